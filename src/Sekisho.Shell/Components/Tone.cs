namespace Sekisho.Shell.Components;

/// <summary>How a tag or note speaks. Urgent is for what is overdue, violated or cannot be undone, at most one note a page.</summary>
public enum Tone { Plain, Info, Done, Caution, Urgent, Exception, Closed }
