using System.Text.RegularExpressions;
using Sekisho.Kernel.Clauses;

namespace Sekisho.PolicyText.Parsing;

/// <summary>The clauses that begin with a heading line of their own: 附則, 別表・様式, 編・章・節・款・目, 序.</summary>
internal static class HeadingDrafts
{
    public static Draft? Supplement(SourceLine line)
    {
        var match = Headings.Supplement(line.Text);
        return match.Success ? new Draft(ClauseLevel.Supplement, ClauseSegmentKind.Suppl) { Label = Characters.WithoutSpace(line.Text), Line = line.Number } : null;
    }

    public static Draft? Appended(SourceLine line)
    {
        var match = Headings.Appended(line.Text);
        if (!match.Success) return null;
        var rest = match.Groups["rest"].Value.Trim();
        return new Draft(ClauseLevel.AppendedTable, ClauseSegmentKind.Apptable)
        {
            Label = match.Groups["label"].Value.Trim(),
            Line = line.Number,
            Caption = Headings.Bracketed(rest) ?? rest,
        };
    }

    public static Draft? Chapter(SourceLine line)
    {
        var match = Headings.Chapter(line.Text);
        if (!match.Success || Numerals.Read(match.Groups["n"].Value) is not { } number) return null;
        var rest = match.Groups["rest"].Value.Trim();
        if (rest.Length > 0 && !Headings.IsShort(rest)) return null;
        var (level, kind) = match.Groups["kind"].Value switch
        {
            "編" => (ClauseLevel.Part, ClauseSegmentKind.Part),
            "章" or "" => (ClauseLevel.Chapter, ClauseSegmentKind.Chap),
            "節" => (ClauseLevel.Section, ClauseSegmentKind.Sect),
            "款" => (ClauseLevel.Subsection, ClauseSegmentKind.Subsect),
            _ => (ClauseLevel.Subsection, ClauseSegmentKind.Division),
        };
        return new Draft(level, kind, number) { Branches = Branch(match), Label = match.Groups["label"].Value, Caption = rest, Line = line.Number };
    }

    public static Draft? Intro(SourceLine line)
    {
        var match = Headings.Intro(line.Text);
        return match.Success
            ? new Draft(ClauseLevel.Intro, ClauseSegmentKind.Intro) { Label = match.Groups["label"].Value, Caption = match.Groups["caption"].Value.Trim(), HeadedAbove = true, Line = line.Number }
            : null;
    }

    private static IReadOnlyList<int> Branch(Match match) =>
        match.Groups["b"].Success && Numerals.Read(match.Groups["b"].Value) is { } branch ? [branch] : [];
}
