using Sekisho.Kernel.Clauses;

namespace Sekisho.PolicyText;

/// <summary>How people call a clause: the printed numbers from the article down (第15 6, 第6条(3)ア), or the kind of part where no number is printed.</summary>
public static class ClauseNames
{
    public static string Of(ParsedPolicy policy, ClauseRef path)
    {
        var steps = new List<Clause>();
        for (ClauseRef? at = path; at is { } place; at = place.Parent)
            if (policy.Find(place) is { } clause) steps.Insert(0, clause);
        if (steps.Count == 0) return path.ToString();
        var article = steps.FindIndex(c => c.Level == ClauseLevel.Article);
        var name = article < 0 ? Kind(steps[0]) : Characters.WithoutSpace(steps[article].PrintedLabel).TrimEnd('．', '.');
        foreach (var step in steps.Skip(Math.Max(article, 0) + 1)) name = Join(name, step);
        return name;
    }

    private static string Join(string name, Clause step)
    {
        var label = step.Level == ClauseLevel.TocEntry ? "" : Characters.WithoutSpace(step.PrintedLabel);
        if (label.Length == 0) label = step.Path.Segments[^1] is { Number: { } n } last ? n.ToString(System.Globalization.CultureInfo.InvariantCulture) + Counter(last.Kind) : "";
        return label.Length > 0 && Characters.IsDigit(label[0]) && name.Length > 0 && Characters.IsDigit(name[^1]) ? name + " " + label : name + label;
    }

    private static string Counter(ClauseSegmentKind kind) => kind switch
    {
        ClauseSegmentKind.P => "段",
        ClauseSegmentKind.R => "行",
        ClauseSegmentKind.Par => "項",
        ClauseSegmentKind.E => "行目",
        _ => "",
    };

    private static string Kind(Clause clause) => clause.Level switch
    {
        ClauseLevel.Title => "題名",
        ClauseLevel.Meta => "制定・改正の経過",
        ClauseLevel.Amending => "改正文",
        ClauseLevel.Body => "表紙",
        ClauseLevel.Toc => "目次",
        ClauseLevel.Intro => clause.PrintedLabel.Length > 0 ? Characters.WithoutSpace(clause.PrintedLabel) : "序",
        ClauseLevel.Preamble => "前文",
        ClauseLevel.Supplement => "附則",
        ClauseLevel.AppendedTable => Characters.WithoutSpace(clause.PrintedLabel),
        _ => clause.PrintedLabel.Length > 0 ? Characters.WithoutSpace(clause.PrintedLabel) : clause.Caption,
    };
}
