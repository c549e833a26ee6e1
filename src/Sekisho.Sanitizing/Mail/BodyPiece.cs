namespace Sekisho.Sanitizing.Mail;

/// <summary>Text of the body in the order shown.</summary>
/// <param name="Before">As decoded, for the comparison page.</param>
/// <param name="Text">Cleaned, LF line ends.</param>
internal sealed record BodyPiece(string Before, string Text);
