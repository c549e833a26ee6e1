using Sekisho.PolicyText;
using Sekisho.PolicyText.Reading;

namespace Sekisho.Policy.Documents;

/// <summary>附則 have no number and mostly no caption: each is told from the others by the day it prints.</summary>
internal static class SupplementName
{
    private static readonly string Level = ClauseLevel.Supplement.Code();

    public static bool IsOne(string level) => string.Equals(level, Level, StringComparison.Ordinal);

    /// <param name="bodies">The words of the 附則 and of what stands below it, in printed order.</param>
    /// <returns>The day and what it is about; empty where none is printed.</returns>
    public static string Of(IEnumerable<string> bodies) => bodies.Select(PrintedHistory.DateWords).FirstOrDefault(w => w is not null) ?? "";
}
