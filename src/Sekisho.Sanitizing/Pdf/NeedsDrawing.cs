namespace Sekisho.Sanitizing.Pdf;

/// <summary>The file cannot be rebuilt: the next level of the ladder draws it (PD-14, PD-17), or opens what a converter made of it as pixels. Caught by the ladder of the format.</summary>
internal sealed class NeedsDrawing(string rule, string place) : Exception("Needs drawing by " + rule)
{
    internal string Rule { get; } = rule;
    internal string Place { get; } = place;
}
