using System.Text;

namespace Sekisho.Mime.Writing;

/// <summary>Builds one header, folded. Every value has passed a type or an encoder before; a line break in a value is a bug and throws.</summary>
internal sealed class HeaderWriter
{
    private const int SoftLimit = 78;
    private readonly StringBuilder text = new();

    /// <summary>A value of ours in final form, maybe folded already.</summary>
    internal void Raw(string name, string value)
    {
        if (value.Replace("\r\n ", "", StringComparison.Ordinal).AsSpan().ContainsAnyExceptInRange(' ', '~'))
            throw new ArgumentException("A header value has a character it must not have.", nameof(value));
        text.Append(name).Append(": ").Append(value).Append("\r\n");
    }

    internal void Text(string name, string value)
    {
        var oneLine = HeaderText.OneLine(value, 2_000);
        Folded(name, EncodedWords.IsPlain(oneLine) ? oneLine.Split(' ') : [.. EncodedWords.Encode(oneLine)]);
    }

    internal void Addresses(string name, IReadOnlyList<MailAddress> addresses)
    {
        var words = new List<string>();
        for (var i = 0; i < addresses.Count; i++)
        {
            var comma = i < addresses.Count - 1 ? "," : "";
            if (addresses[i].DisplayName is { } display)
            {
                words.AddRange(Phrase(display));
                words.Add("<" + addresses[i].Address + ">" + comma);
            }
            else words.Add(addresses[i].Address + comma);
        }
        if (words.Count > 0) Folded(name, words);
    }

    internal void Identifiers(string name, IReadOnlyList<string> ids)
    {
        if (ids.Any(id => !MessageId.IsStrict(id))) throw new ArgumentException("A message identifier has another form.", nameof(ids));
        if (ids.Count > 0) Folded(name, ids);
    }

    /// <summary>A field with one parameter whose value may be any text (RFC 2231, UTF-8, continued over lines).</summary>
    internal void Parameters(string name, string value, string parameter, string content) =>
        text.Append(name).Append(": ").Append(value).Append(ParameterWriter.Write(parameter, content)).Append("\r\n");

    internal void Finish(Stream to)
    {
        text.Append("\r\n");
        to.Write(Encoding.ASCII.GetBytes(text.ToString()));
    }

    private static IEnumerable<string> Phrase(string display)
    {
        if (!EncodedWords.IsPlain(display)) return EncodedWords.Encode(display);
        var atoms = display.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-' or '_' or '\'');
        return atoms ? display.Split(' ') : ["\"" + display.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\""];
    }

    private void Folded(string name, IEnumerable<string> words)
    {
        var line = name.Length + 1;
        text.Append(name).Append(':');
        foreach (var word in words)
        {
            if (line + 1 + word.Length > SoftLimit && line > name.Length + 1)
            {
                text.Append("\r\n");
                line = 0;
            }
            text.Append(' ').Append(word);
            line += 1 + word.Length;
        }
        text.Append("\r\n");
    }
}
