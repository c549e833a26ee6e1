using System.Text;
using Sekisho.Conformity.Packs;

namespace Sekisho.Journeys.Support;

/// <summary>
/// Writes down which facts and verdicts an installation reached by what a journey did: artifacts/controls/NAME.tsv, read by
/// <c>./sekisho controls --issue NAME</c>. Both come out of the sealed records, never out of the journey's own expectations.
/// </summary>
internal static class ControlsLog
{
    public static async Task WriteAsync(Installation at, string journey)
    {
        var facts = Lines(await Superuser.SqlAsync(at, "select distinct name from platform.record where is_fact order by 1")).ToHashSet(StringComparer.Ordinal);
        var verdicts = Lines(await Superuser.SqlAsync(at, """
            select distinct jsonb_array_elements_text(body -> 'payload' -> 'control_verdicts') from platform.record where name = 'clause.verdict.computed' order by 1
            """));
        var rows = new StringBuilder("control_id\tverdict\tfact\tjourney\n");
        foreach (var line in verdicts)
            rows.Append(line.Replace('=', '\t')).Append("\t\t").Append(journey).Append('\n');
        foreach (var control in Catalogue().Controls)
            foreach (var fact in control.Evidence.Where(facts.Contains))
                rows.Append(control.Id).Append("\t\t").Append(fact).Append('\t').Append(journey).Append('\n');
        await File.WriteAllTextAsync(Path.Combine(Checkout.Artifacts("controls"), journey + ".tsv"), rows.ToString());
    }

    private static ControlCatalogue Catalogue()
    {
        var content = Path.Combine(Checkout.Root, "content");
        var files = Directory.GetFiles(Path.Combine(content, "packs", "_shared"), "*", SearchOption.AllDirectories)
            .Select(f => new PackFile(Path.GetRelativePath(Path.Combine(content, "packs"), f), File.ReadAllText(f)))
            .Append(new PackFile("facts.pending", File.ReadAllText(Path.Combine(content, "facts.pending")))).ToList();
        return PackReader.ReadControls(files).Value ?? throw new InvalidOperationException("The catalogue of controls cannot be read.");
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
