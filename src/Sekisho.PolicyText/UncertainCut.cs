using Sekisho.Kernel.Clauses;

namespace Sekisho.PolicyText;

/// <summary>A place where the text could be cut in another way, for a person to confirm or change.</summary>
/// <param name="Path">The clause that came of it.</param>
/// <param name="Line">Line of the source, from 1 as <see cref="SourceText.Lines"/> counts.</param>
/// <param name="Reason">Why it is uncertain.</param>
/// <param name="Printed">The words at the cut, at most 40 characters.</param>
public sealed record UncertainCut(ClauseRef Path, int Line, CutReason Reason, string Printed)
{
    /// <summary>What else it could be, the likeliest first; confirming is always possible and not listed.</summary>
    public IReadOnlyList<CutChange> Alternatives => Reason switch
    {
        CutReason.HeadingOrText => [CutChange.MakeText, CutChange.MakeHeading, CutChange.Merge],
        CutReason.ParagraphOrSame => [CutChange.Merge, CutChange.Split],
        CutReason.NumberOrWord or CutReason.LoneNumber => [CutChange.Split, CutChange.Merge],
        CutReason.NumberSkipped or CutReason.NumberRepeated => [CutChange.Merge, CutChange.Relevel],
        CutReason.LevelGuessed => [CutChange.Shallower, CutChange.Deeper, CutChange.Relevel],
        CutReason.OwnerGuessed => [CutChange.Merge, CutChange.Deeper],
        CutReason.Unnumbered or CutReason.PartGuessed => [CutChange.Relevel, CutChange.MakeText, CutChange.Merge],
        CutReason.PageLineDropped => [CutChange.Split],
        _ => [CutChange.Merge, CutChange.Split, CutChange.Drop],
    };
}
