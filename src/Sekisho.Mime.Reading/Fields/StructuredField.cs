namespace Sekisho.Mime.Reading.Fields;

/// <summary>A field of the form token *(; name=value), as Content-Type and Content-Disposition.</summary>
/// <param name="Token">Lower case, "" when there is none.</param>
/// <param name="IsMalformed">Something stood where no reader agrees what it means (text after a quoted value, an open quote, a lone word).</param>
/// <param name="AlternateNames">What another reader would take as the file name of such a malformed field.</param>
public sealed record StructuredField(string Token, IReadOnlyList<FieldParameter> Parameters, bool IsMalformed, IReadOnlyList<string> AlternateNames)
{
    public static StructuredField None { get; } = new("", [], false, []);
    public IEnumerable<string> Values(string name) => Parameters.Where(p => p.Name == name).Select(p => p.Value);
}
