namespace Sekisho.Mime.Reading.Fields;

/// <summary>One header field: name as written, value unfolded, each byte one character (Latin-1). Hostile text.</summary>
public sealed record ReadField(string Name, string Raw);
