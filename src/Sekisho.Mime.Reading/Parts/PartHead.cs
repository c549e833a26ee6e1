using System.Text;
using Sekisho.Mime.Reading.Fields;

namespace Sekisho.Mime.Reading.Parts;

/// <summary>What a part's header says about its shape; notes where it says it twice (MI-01, NM-03).</summary>
internal sealed class PartHead
{
    private const string DefaultType = "text/plain";
    private readonly NoteList notes;
    private readonly string place;
    private readonly StructuredField type;
    private readonly StructuredField disposition;

    internal PartHead(IReadOnlyList<ReadField> fields, ReadLimits limits, NoteList notes, string place)
    {
        (this.notes, this.place) = (notes, place);
        type = Structured(fields, "Content-Type", limits);
        disposition = Structured(fields, "Content-Disposition", limits);
        Encoding = StructuredFieldReader.Read(Single(fields, "Content-Transfer-Encoding") ?? "", limits.Parameters, place).Token;
        Single(fields, "MIME-Version");
        MediaType = IsType(type.Token) ? type.Token : DefaultType;
        if (type.Token.Length > 0 && !IsType(type.Token)) notes.Seen("MI-09", place, "type");
    }

    internal string MediaType { get; }
    /// <summary>Lower case, "" when there is none.</summary>
    internal string Encoding { get; }
    internal string? Disposition => disposition.Token.Length == 0 ? null : disposition.Token;
    internal string? Charset => type.Values("charset").FirstOrDefault();
    internal IReadOnlyDictionary<string, string> Parameters =>
        type.Parameters.GroupBy(p => p.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Value, StringComparer.Ordinal);

    /// <summary>The boundary when all readings give the same one; null when there is none. Differing readings are noted as ambiguous.</summary>
    internal byte[]? Boundary()
    {
        var values = ParameterValues.Of(type, "boundary", out var odd).Select(c => System.Text.Encoding.Latin1.GetString(c.Bytes)).ToList();
        values.AddRange(values.Where(v => v.Contains("=?", StringComparison.Ordinal)).Select(EncodedText.Decode).ToList());
        var distinct = values.Distinct(StringComparer.Ordinal).ToList();
        if (distinct.Count == 0) return null;
        if (distinct.Count > 1 || odd || type.IsMalformed) notes.Ambiguous("MI-01", place, "boundary-twice");
        if (!IsBoundary(distinct[0], type.Parameters.Any(p => p.Name == "boundary" && !p.IsQuoted))) notes.Ambiguous("MI-01", place, "boundary-form");
        return System.Text.Encoding.Latin1.GetBytes(distinct[0].TrimEnd(' '));
    }

    /// <summary>All different names, decoded, the one that counts first.</summary>
    internal IReadOnlyList<string> Names()
    {
        var names = new List<string>();
        foreach (var (field, name) in new[] { (disposition, "filename"), (type, "name") })
        {
            foreach (var value in ParameterValues.Of(field, name, out var odd))
            {
                // Half a surrogate pair becomes U+FFFD: what is no character cannot be normalised.
                names.Add(string.Concat(EncodedText.DecodeBytes(value.Bytes, value.Charset).Trim().EnumerateRunes()).Normalize(NormalizationForm.FormC));
                if (odd) notes.Seen("NM-03", place, "name-pieces");
            }
            names.AddRange(field.AlternateNames.Select(a => EncodedText.Decode(a).Trim()));
        }
        return [.. names.Where(n => n.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    private StructuredField Structured(IReadOnlyList<ReadField> fields, string name, ReadLimits limits) =>
        Single(fields, name) is { } raw ? StructuredFieldReader.Read(raw, limits.Parameters, place) : StructuredField.None;

    /// <summary>The first value; two different ones are two messages in one.</summary>
    private string? Single(IReadOnlyList<ReadField> fields, string name)
    {
        var values = fields.Where(f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase)).Select(f => f.Raw).ToList();
        if (values.Count > 1)
        {
            if (values.All(v => Squeeze(v) == Squeeze(values[0]))) notes.Seen("MI-01", place, "same-field-twice");
            else notes.Ambiguous("MI-01", place, "field-twice");
        }
        return values.FirstOrDefault();
    }

    private static string Squeeze(string value) => value.Replace(" ", "", StringComparison.Ordinal).Replace("\t", "", StringComparison.Ordinal).ToLowerInvariant();

    private static bool IsType(string token)
    {
        var parts = token.Split('/');
        return token.Length <= 127 && parts.Length == 2 && parts.All(p => p.Length > 0 && p.All(c => char.IsAsciiLetterOrDigit(c) || "!#$&^_.+-".Contains(c, StringComparison.Ordinal)));
    }

    // RFC 2046: at most 70 of these characters, not ending in a blank. An open value may carry "=" (common in the wild, and no reader stops there).
    private static bool IsBoundary(string value, bool isOpen) =>
        value.Length is > 0 and <= 70 && !value.EndsWith(' ') && !value.EndsWith("--", StringComparison.Ordinal)
        && value.All(c => char.IsAsciiLetterOrDigit(c) || "'()+_,-./:=?".Contains(c, StringComparison.Ordinal) || (c == ' ' && !isOpen))
        && !(isOpen && value.AsSpan().ContainsAny("(),:?/"));
}
