namespace Sekisho.Shell.Components;

/// <summary>The line drawings of the product, 20 × 20. Only in the left menu and at the head of actions and notes.</summary>
public enum Glyph
{
    Today, Board, Article, Report, Mail, Exchange, Zones, Logs, Assets, Tag, Risk, Incident, Committee, Organisation, Role,
    Bell, Globe, Person, Search, Menu, Close, Down, Alert, Info, Done, Key, Box, Print, Plus, Download, Upload, SortBoth, Clock, Shield, Gear, Pen,
}
