using Sekisho.Kernel;
using Sekisho.Kernel.Workers;

namespace Sekisho.Sanitizing;

/// <summary>Collects findings of one file; equal ones (rule, action, place, arguments) are counted, not repeated. At most 500 lines: the rest is counted on the last line of its rule.</summary>
internal sealed class FindingLog
{
    private const int MaxLines = 500;
    private readonly List<Finding> lines = [];
    private readonly Dictionary<string, int> index = new(StringComparer.Ordinal);

    internal IReadOnlyList<Finding> Lines => lines;

    internal void Add(string rule, FindingAction action, string place, int count = 1, params (string Name, string Value)[] arguments)
    {
        var shown = Show.Visible(place, 200);
        var values = arguments.Take(8).ToDictionary(a => a.Name, a => Show.Visible(a.Value, 200), StringComparer.Ordinal);
        var key = rule + "\n" + action + "\n" + shown + "\n" + string.Join("\n", values.Select(v => v.Key + "=" + v.Value));
        if (lines.Count >= MaxLines && !index.ContainsKey(key)) key = Overflow(rule, action);
        if (index.TryGetValue(key, out var at)) lines[at] = lines[at] with { Count = checked(lines[at].Count + count) };
        else
        {
            index[key] = lines.Count;
            lines.Add(new(rule, action, shown, Math.Max(1, count), values));
        }
    }

    internal void Add(FileStop stop) =>
        Add(stop.Rule, stop.Outcome == Outcome.Held ? FindingAction.Held : FindingAction.Blocked, stop.Place, 1, [.. stop.Arguments.Select(a => (a.Key, a.Value))]);

    internal void AddAll(IEnumerable<Finding> findings, string placePrefix)
    {
        foreach (var f in findings) Add(f.Rule, f.Action, placePrefix + f.Place, f.Count, [.. f.Arguments.Select(a => (a.Key, a.Value))]);
    }

    private string Overflow(string rule, FindingAction action)
    {
        for (var i = lines.Count - 1; i >= 0; i--)
            if (string.Equals(lines[i].Rule, rule, StringComparison.Ordinal) && lines[i].Action == action)
            {
                var at = i;
                return index.First(p => p.Value == at).Key;
            }
        return rule + "\n" + action;
    }
}
