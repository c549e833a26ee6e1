using System.Text;
using Sekisho.PolicyText.Reading;

namespace Sekisho.PolicyText.Exchange;

/// <summary>
/// The beginning of a pack for a text nobody has mapped yet: document, history and the places of its defined words. Obligations are left to the
/// suggestions and the person who confirms them.
/// </summary>
public static class PackWriter
{
    public static byte[] Write(ParsedPolicy policy)
    {
        var yaml = new StringBuilder("pack: NEW\ncity: \ndocument:\n");
        yaml.Append("  title: ").Append(Quoted(policy.Title)).Append("\n  kind: basic_policy\n  history:\n");
        var events = PrintedHistory.Read(policy).Where(e => e.Date.Length == "yyyy-MM-dd".Length).ToList();
        if (events.Count == 0) yaml.Length -= "  history:\n".Length;
        foreach (var entry in events)
        {
            yaml.Append("    - { event: ").Append(entry.Event == "dated" ? "enacted" : entry.Event).Append(", date: '").Append(entry.Date).Append('\'');
            if (entry.Number.Length > 0) yaml.Append(", number: ").Append(Quoted(entry.Number));
            yaml.Append(" }\n");
        }
        yaml.Append("obligations: []\n# defined words of the text\n");
        foreach (var term in DefinedTerms.Read(policy)) yaml.Append("# ").Append(term.Path).Append(": ").Append(term.Term.ReplaceLineEndings(" ")).Append('\n');
        return Encoding.UTF8.GetBytes(yaml.ToString());
    }

    private static string Quoted(string text) => "'" + text.ReplaceLineEndings(" ").Replace("'", "''", StringComparison.Ordinal) + "'";
}
