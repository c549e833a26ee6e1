namespace Sekisho.Kernel.Calendar;

/// <summary>One day the city hall is closed besides Saturdays and Sundays.</summary>
/// <param name="Name">What it is called, e.g. 秋分の日.</param>
public sealed record DayOff(DateOnly Day, string Name, DayOffKind Kind);
