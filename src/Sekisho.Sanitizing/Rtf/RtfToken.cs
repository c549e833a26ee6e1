namespace Sekisho.Sanitizing.Rtf;

/// <summary>One token and where it stands.</summary>
/// <param name="Word">Control word in lower case, or the symbol; "" for others.</param>
/// <param name="Number">Its number; null when it has none.</param>
/// <param name="From">First byte.</param>
/// <param name="To">Behind the last byte.</param>
internal readonly record struct RtfToken(RtfTokenKind Kind, string Word, int? Number, int From, int To);
