using System.Text.RegularExpressions;
using Sekisho.Shell.Language;

namespace Sekisho.Policy.Documents;

/// <summary>Intervals of packs (P1Y, P31D, continuous, on:revision, several joined by ;) in words.</summary>
internal static partial class IntervalWords
{
    [GeneratedRegex(@"^P(?<n>[0-9]{1,4})(?<u>[YMWD])$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Period();

    public static string Of(string? interval, Words words) => interval is null ? words["policy.interval.none"]
        : string.Join("、", interval.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(i => One(i, words)));

    private static string One(string interval, Words words)
    {
        if (Period().Match(interval) is { Success: true } period) return words["policy.interval." + period.Groups["u"].Value, period.Groups["n"].Value];
        var key = "policy.interval." + interval.Replace("on:", "on.", StringComparison.Ordinal);
        return words.Has(key) ? words[key] : interval.StartsWith("on:", StringComparison.Ordinal) ? words["policy.interval.event"] : interval;
    }
}
