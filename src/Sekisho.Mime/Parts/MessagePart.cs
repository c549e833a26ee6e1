namespace Sekisho.Mime.Parts;

/// <summary>A message inside a message. Only in messages we make for demonstration and tests: the gateway unfolds nested messages into text and files.</summary>
public sealed record MessagePart(MailMessage Message) : MailPart;
