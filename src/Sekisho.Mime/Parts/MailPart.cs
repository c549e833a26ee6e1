namespace Sekisho.Mime.Parts;

/// <summary>A part of a message: text, file, nested message or multipart.</summary>
public abstract record MailPart;
