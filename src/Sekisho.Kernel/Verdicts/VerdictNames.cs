namespace Sekisho.Kernel.Verdicts;

/// <summary>The words and machine codes of verdicts.</summary>
public static class VerdictNames
{
    public static string Japanese(this Verdict verdict) => verdict switch
    {
        Verdict.NonConforming => "不適合",
        Verdict.Unmeasurable => "測定不能",
        Verdict.Unknown => "未確認",
        Verdict.Partial => "一部適合",
        Verdict.Exception => "特例",
        Verdict.Conforming => "適合",
        Verdict.NotApplicable => "対象外",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict)),
    };

    /// <summary>non_conforming, unmeasurable, unknown, partial, exception, conforming, not_applicable.</summary>
    public static string Code(this Verdict verdict) => verdict switch
    {
        Verdict.NonConforming => "non_conforming",
        Verdict.NotApplicable => "not_applicable",
        _ => verdict.ToString().ToLowerInvariant(),
    };

    public static Verdict? Find(string code)
    {
        foreach (var v in Enum.GetValues<Verdict>())
            if (string.Equals(v.Code(), code, StringComparison.Ordinal)) return v;
        return null;
    }

    /// <summary>The worst of the verdicts; 対象外 only when all are, or null when there are none.</summary>
    public static Verdict? Worst(IEnumerable<Verdict> verdicts)
    {
        Verdict? worst = null;
        foreach (var v in verdicts)
            if (worst is null || v < worst) worst = v;
        return worst;
    }
}
