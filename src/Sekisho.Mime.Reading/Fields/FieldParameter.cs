namespace Sekisho.Mime.Reading.Fields;

/// <summary>One parameter of a structured field. Name in lower case; the value is Latin-1 text of the bytes.</summary>
public sealed record FieldParameter(string Name, string Value, bool IsQuoted);
