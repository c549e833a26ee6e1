namespace Sekisho.PolicyText.Parsing;

/// <summary>An uncertain cut while the clause it belongs to has no path yet.</summary>
internal sealed record Doubt(CutReason Reason, int Line, string Printed)
{
    private const int MostPrinted = 40;
    public static Doubt At(CutReason reason, SourceLine line) => new(reason, line.Number, line.Text.Length > MostPrinted ? line.Text[..MostPrinted] : line.Text);
}
