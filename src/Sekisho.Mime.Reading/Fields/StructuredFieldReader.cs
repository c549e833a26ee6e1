namespace Sekisho.Mime.Reading.Fields;

/// <summary>
/// Reads structured fields as the wild writes them: comments, open values with spaces, raw 8-bit names. In raw CP932 the second byte of a
/// character may be a backslash, in raw ISO-2022-JP a quote or semicolon: such bytes are passed over whole.
/// </summary>
internal sealed class StructuredFieldReader
{
    private readonly string text;
    private readonly int mostParameters;
    private readonly bool isUtf8;
    private readonly List<FieldParameter> parameters = [];
    private readonly List<string> alternates = [];
    private int at;
    private bool malformed;

    private StructuredFieldReader(string text, int mostParameters)
    {
        (this.text, this.mostParameters) = (text, mostParameters);
        isUtf8 = Charsets.CharsetDecoder.Strictly(System.Text.Encoding.Latin1.GetBytes(text), Charsets.CharsetLabels.Utf8) is not null;
    }

    internal static StructuredField Read(string raw, int mostParameters, string place) => new StructuredFieldReader(raw, mostParameters).Read(place);

    private StructuredField Read(string place)
    {
        var token = OpenValue().ToLowerInvariant();
        while (at < text.Length)
        {
            at++; // the semicolon
            if (parameters.Count >= mostParameters) throw new ReadStop(place, "parameters");
            Parameter();
        }
        return new(token, parameters, malformed, alternates);
    }

    private void Parameter()
    {
        SkipBlanks();
        var start = at;
        while (at < text.Length && text[at] is not ('=' or ';')) at++;
        var name = text[start..at].Trim(' ', '\t').ToLowerInvariant();
        if (at == text.Length || text[at] == ';')
        {
            if (name.Length > 0) malformed = true;
            return;
        }
        at++;
        SkipBlanks();
        var quoted = at < text.Length && text[at] == '"';
        var valueStart = at;
        var value = quoted ? QuotedValue() : OpenValue();
        SkipBlanks();
        if (at < text.Length && text[at] != ';') AfterQuote(name, valueStart);
        if (name.Length > 0) parameters.Add(new(name, value, quoted));
    }

    /// <summary>Text follows a closed quote (a.html";.jpg"): one reader stops here, another at the last quote (NM-03).</summary>
    private void AfterQuote(string name, int valueStart)
    {
        malformed = true;
        var last = text.LastIndexOf('"');
        if (name.StartsWith("filename", StringComparison.Ordinal) || name.StartsWith("name", StringComparison.Ordinal)) alternates.Add(text[(valueStart + 1)..Math.Max(valueStart + 1, last)]);
        while (at < text.Length && text[at] != ';') at++;
    }

    private string QuotedValue()
    {
        var value = new System.Text.StringBuilder();
        at++;
        while (at < text.Length && text[at] != '"')
        {
            var whole = LiteralLength();
            if (whole == 0 && text[at] == '\\' && at + 1 < text.Length) at++;
            whole = Math.Max(1, whole);
            value.Append(text, at, whole);
            at += whole;
        }
        if (at >= text.Length) malformed = true;
        else at++;
        // a.html";.jpg" : the quote closed, a semicolon follows, and yet another quote closes later
        if (at < text.Length && text[at] == ';' && LooksLikeRestOfName()) alternates.Add(value + text[at..text.LastIndexOf('"')]);
        return value.ToString();
    }

    private bool LooksLikeRestOfName()
    {
        var end = text.IndexOf('"', at);
        if (end < 0) return false;
        var between = text[(at + 1)..end];
        var odd = !between.Contains('=', StringComparison.Ordinal);
        malformed |= odd;
        return odd;
    }

    private string OpenValue()
    {
        var value = new System.Text.StringBuilder();
        while (at < text.Length && text[at] != ';')
        {
            var whole = LiteralLength();
            if (whole == 0 && text[at] == '(' && (value.Length == 0 || value[^1] is ' ' or '\t')) { SkipComment(); continue; }
            whole = Math.Max(1, whole);
            value.Append(text, at, whole);
            at += whole;
        }
        return value.ToString().Trim(' ', '\t');
    }

    private void SkipBlanks()
    {
        while (at < text.Length && text[at] is ' ' or '\t' or '(')
        {
            if (text[at] == '(') SkipComment();
            else at++;
        }
    }

    private void SkipComment()
    {
        var depth = 0;
        for (; at < text.Length; at++)
        {
            if (text[at] == '\\') at++;
            else if (text[at] == '(') depth++;
            else if (text[at] == ')' && --depth == 0) { at++; return; }
        }
        (malformed, at) = (true, text.Length);
    }

    /// <summary>Characters here that belong to one multi-byte run and must not be looked at one by one; 0 when none.</summary>
    private int LiteralLength()
    {
        var c = text[at];
        if (c == '\e' && at + 1 < text.Length && text[at + 1] == '$')
        {
            var end = text.IndexOf("\e(", at, StringComparison.Ordinal);
            return end < 0 ? text.Length - at : Math.Min(text.Length, end + 3) - at;
        }
        var lead = !isUtf8 && c is >= '\u0081' and <= '\u009F' or >= '\u00E0' and <= '\u00FC';
        return lead && !isUtf8 && at + 1 < text.Length && text[at + 1] >= '@' ? 2 : 0;
    }
}
