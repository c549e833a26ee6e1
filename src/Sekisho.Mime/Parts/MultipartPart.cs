namespace Sekisho.Mime.Parts;

/// <summary>Parts one after another.</summary>
/// <param name="Subtype">"mixed", "alternative" or "related".</param>
public sealed record MultipartPart(string Subtype, IReadOnlyList<MailPart> Parts) : MailPart;
