namespace Sekisho.Kernel.Calendar;

/// <summary>One era: its name, its Latin letter and the day its first year begins on.</summary>
/// <param name="Name">Two characters, e.g. 令和.</param>
/// <param name="Letter">One upper-case ASCII letter, e.g. R.</param>
/// <param name="Ligature">The single character some systems write for the name, e.g. ㋿.</param>
public sealed record Era(string Name, char Letter, char Ligature, DateOnly FirstDay);
