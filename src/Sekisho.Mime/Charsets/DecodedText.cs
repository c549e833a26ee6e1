namespace Sekisho.Mime.Charsets;

/// <summary>Text read from bytes.</summary>
/// <param name="Text">May contain U+FFFD where bytes could not be read; never loses a byte silently.</param>
/// <param name="Charset">Canonical label of the character set used, lower case.</param>
/// <param name="Malformed">Places that could not be read.</param>
/// <param name="Guessed">True when the set was not declared, or the declared one did not fit.</param>
public sealed record DecodedText(string Text, string Charset, int Malformed, bool Guessed);
