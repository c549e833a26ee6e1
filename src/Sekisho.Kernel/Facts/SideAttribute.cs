namespace Sekisho.Kernel.Facts;

/// <summary>
/// A free-text field: its value goes to the erasable side row, the sealed leaf holds only a salted digest (rule T5).
/// Verdict rules never read the value, only whether it is present, so a replay survives erasure.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SideAttribute : Attribute;
