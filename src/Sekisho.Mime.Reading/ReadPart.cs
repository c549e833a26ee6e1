using Sekisho.Kernel;
using Sekisho.Mime.Reading.Fields;

namespace Sekisho.Mime.Reading;

/// <summary>One part: its header fields, what it claims to be, and its content with the transfer encoding undone.</summary>
/// <param name="Place">"0" for the message, then "1", "1.2" …</param>
/// <param name="MediaType">type/subtype in lower case, "text/plain" when there is none that can be read.</param>
/// <param name="Charset">As declared, or null.</param>
/// <param name="Disposition">"attachment", "inline", another token, or null.</param>
/// <param name="Names">All names the part carries, decoded, different ones only, the one that counts first. Hostile text.</param>
/// <param name="Content">Decoded bytes; empty for a multipart.</param>
public sealed record ReadPart(string Place, IReadOnlyList<ReadField> Fields, string MediaType, string? Charset, string? Disposition,
    IReadOnlyList<string> Names, string? ContentId, Untrusted<byte[]> Content, IReadOnlyList<ReadPart> Children)
{
    public bool IsMultipart => MediaType.StartsWith("multipart/", StringComparison.Ordinal);
    /// <summary>Parameters of the Content-Type field by lower-case name, first value wins; Latin-1 text of the bytes.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
    /// <summary>Raw value of the first field of that name, or null.</summary>
    public string? Field(string name) => Fields.FirstOrDefault(f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase))?.Raw;
    public IEnumerable<string> AllFields(string name) => Fields.Where(f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase)).Select(f => f.Raw);
}
