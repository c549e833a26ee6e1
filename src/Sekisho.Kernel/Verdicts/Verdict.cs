namespace Sekisho.Kernel.Verdicts;

/// <summary>
/// The seven verdicts. Values are ordered worst first, as the shared rules say; 対象外 is not compared and stays out of the denominator.
/// </summary>
public enum Verdict
{
    /// <summary>不適合</summary>
    NonConforming = 0,
    /// <summary>測定不能: a source that reported before is silent or failed.</summary>
    Unmeasurable = 1,
    /// <summary>未確認: never reported, or expired.</summary>
    Unknown = 2,
    /// <summary>一部適合</summary>
    Partial = 3,
    /// <summary>特例</summary>
    Exception = 4,
    /// <summary>適合</summary>
    Conforming = 5,
    /// <summary>対象外, always with a reason.</summary>
    NotApplicable = 6,
}
