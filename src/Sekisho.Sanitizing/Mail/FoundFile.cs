namespace Sekisho.Sanitizing.Mail;

/// <summary>An attachment as it lies in the message.</summary>
/// <param name="Names">All names it carries (NM-03), decoded; may be empty.</param>
/// <param name="Stop">Set when the part's kind alone decides (split mail, encrypted mail, nesting): its bytes are not opened.</param>
internal sealed record FoundFile(string Place, IReadOnlyList<string> Names, string MediaType, byte[] Content, FileStop? Stop = null);
