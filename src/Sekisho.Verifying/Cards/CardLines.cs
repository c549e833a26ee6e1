using System.Text;
using Sekisho.Verifying.Text;

namespace Sekisho.Verifying.Cards;

/// <summary>Reads calendars and contacts in our writer's form only: UTF-8, CRLF, no line above 75 bytes, properties as name, parameters, value; no address anywhere.</summary>
internal static class CardLines
{
    internal static List<(string Name, string Parameters, string Value)> Read(byte[] bytes, string place, Report report)
    {
        TextCheck.Run(bytes, place, report);
        var lines = new List<(string, string, string)>();
        string text;
        try { text = new UTF8Encoding(false, true).GetString(bytes); }
        catch (DecoderFallbackException) { throw new Refused(place + ":utf8"); }
        if (!text.EndsWith("\r\n", StringComparison.Ordinal)) throw new Refused(place + ":end");
        var whole = "";
        foreach (var line in text[..^2].Split("\r\n"))
        {
            if (line.AsSpan().IndexOfAny('\r', '\n') >= 0 || Encoding.UTF8.GetByteCount(line) > 75) throw new Refused(place + ":line");
            if (line.StartsWith(' ')) { whole += line[1..]; continue; }
            if (whole.Length > 0) lines.Add(Cut(whole, place));
            whole = line;
        }
        lines.Add(Cut(whole, place));
        if (lines.Exists(l => HasAddress(l.Item3) || HasAddress(l.Item2) || l.Item2.Contains("ALTREP", StringComparison.OrdinalIgnoreCase))) report.Add("address", place);
        return lines;
    }

    /// <summary>Addresses already made dead are none.</summary>
    private static bool HasAddress(string text) =>
        new[] { "hxxps://", "hxxp://", "fxps://", "fxp://" }.Aggregate(text, (t, dead) => t.Replace(dead, "", StringComparison.OrdinalIgnoreCase)).Contains("://", StringComparison.Ordinal);

    private static (string, string, string) Cut(string line, string place)
    {
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"') quoted = !quoted;
            if (line[i] != ':' || quoted) continue;
            var head = line[..i];
            var semicolon = head.IndexOf(';', StringComparison.Ordinal);
            return semicolon < 0 ? (head, "", line[(i + 1)..]) : (head[..semicolon], head[semicolon..], line[(i + 1)..]);
        }
        throw new Refused(place + ":property");
    }
}
