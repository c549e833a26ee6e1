using Sekisho.Kernel.Ledger;

namespace Sekisho.Conformity.Judging;

/// <summary>The period a fact carries itself: valid_from is its first day, valid_to the first day no longer. Facts without are always in force.</summary>
internal static class Periods
{
    public static bool HasBegun(SealedRecord record, DateOnly today) => record.Date("valid_from") is not { } from || from <= today;
    public static bool HasEnded(SealedRecord record, DateOnly today) => record.Date("valid_to") is { } to && to <= today;
    public static bool IsInForce(SealedRecord record, DateOnly today) => HasBegun(record, today) && !HasEnded(record, today);
}
