namespace Sekisho.Mime.Parts;

/// <summary>An attached file, always written in base64.</summary>
/// <param name="FileName">Any text; control and direction characters are dropped, written by RFC 2231 in UTF-8.</param>
/// <param name="MediaType">type/subtype of ASCII tokens; anything else is written as application/octet-stream.</param>
/// <param name="Content">The file.</param>
/// <param name="ContentId">For pictures shown in an HTML body (demonstration and tests), strict form without angle brackets; null in delivered messages.</param>
public sealed record FilePart(string FileName, string MediaType, byte[] Content, string? ContentId = null) : MailPart;
