namespace Sekisho.Platform.Duties;

/// <summary>To do, done, or no longer asked.</summary>
public enum DutyTaskState { Open, Done, Cancelled }
