namespace Sekisho.Shell;

/// <summary>How far a step is.</summary>
/// <param name="Done">How many things are there (units, people, confirmed clauses).</param>
/// <param name="Open">How many are still missing; 0 = complete when something is done. Null when the step cannot be counted that way.</param>
/// <param name="Blocked">A sentence saying what must come first; null when nothing stands in the way.</param>
public sealed record SetupState(long Done, long? Open = null, string? Blocked = null)
{
    public bool IsComplete => Done > 0 && Open.GetValueOrDefault() == 0 && Blocked is null;
    public bool IsStarted => Done > 0;
}
