using System.Text;

namespace Sekisho.Sanitizing.Cards;

/// <summary>One property of a calendar or contact (RFC 5545 3.1, RFC 6350 3.3): name, parameters, value still escaped.</summary>
internal sealed record CardLine(string Name, IReadOnlyList<(string Name, string Value)> Parameters, string Value)
{
    internal string? Get(string parameter) => Parameters.FirstOrDefault(p => p.Name == parameter).Value;

    /// <summary>Null for a line that is no property.</summary>
    internal static CardLine? Read(string line)
    {
        var at = 0;
        while (at < line.Length && line[at] is not (';' or ':')) at++;
        if (at == 0 || at == line.Length) return null;
        // "item1.TEL" groups a property with its label; the group goes.
        var name = line[..at].ToUpperInvariant();
        if (name.LastIndexOf('.') is >= 0 and var dot) name = name[(dot + 1)..];
        var parameters = new List<(string, string)>();
        while (at < line.Length && line[at] == ';')
        {
            var text = Parameter(line, ref at);
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            // vCard 2.1 writes bare types: TEL;WORK;VOICE:
            parameters.Add(equals < 0 ? ("TYPE", text) : (text[..equals].ToUpperInvariant(), text[(equals + 1)..].Trim('"')));
        }
        return at < line.Length ? new(name, parameters, line[(at + 1)..]) : null;
    }

    private static string Parameter(string line, ref int at)
    {
        var start = ++at;
        var quoted = false;
        for (; at < line.Length && (quoted || line[at] is not (';' or ':')); at++)
            if (line[at] == '"') quoted = !quoted;
        return line[start..at];
    }

    /// <summary>The value as text: quoted-printable of the old versions and escapes undone, line ends LF.</summary>
    internal static string Unescape(string value)
    {
        var b = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] != '\\' || i + 1 == value.Length) { b.Append(value[i]); continue; }
            i++;
            b.Append(value[i] is 'n' or 'N' ? '\n' : value[i]);
        }
        return b.ToString();
    }

    internal static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).Replace("\r\n", "\\n", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
