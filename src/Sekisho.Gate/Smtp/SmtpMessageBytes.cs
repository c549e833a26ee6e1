namespace Sekisho.Gate.Smtp;

/// <summary>A message as received, or why it must be refused although it was read to its end.</summary>
/// <param name="Refusal">The reply for the peer; null when the message is good.</param>
internal sealed record SmtpMessageBytes(byte[] Bytes, string? Refusal);
