namespace Sekisho.Kernel.Calendar;

/// <summary>Why a day is off: the Act on National Holidays articles 2 and 3(2), 3(3); the year's turn; the city's own.</summary>
public enum DayOffKind
{
    /// <summary>国民の祝日 (Act art. 2).</summary>
    National,
    /// <summary>振替休日 (Act art. 3(2)).</summary>
    Substitute,
    /// <summary>祝日に挟まれた休日 (Act art. 3(3)).</summary>
    Between,
    /// <summary>年末年始.</summary>
    YearEnd,
    /// <summary>The city's own closing day.</summary>
    City,
}
