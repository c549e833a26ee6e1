namespace Sekisho.Sanitizing;

/// <summary>What becomes of http, https and mailto links; every other scheme is always removed (OX-07).</summary>
public enum LinkPolicy { Keep, Remove }
