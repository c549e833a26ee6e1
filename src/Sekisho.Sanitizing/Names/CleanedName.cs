namespace Sekisho.Sanitizing.Names;

/// <summary>A name fit to be written, and the extension that decides the declared type.</summary>
/// <param name="Name">Without path, controls, direction marks, reserved words; at most 255 bytes UTF-8.</param>
/// <param name="Extension">Last extension after cleaning, folded for the type check only (NFKC, look-alikes, lower case), without the dot; "" for none.</param>
internal sealed record CleanedName(string Name, string Extension)
{
    /// <summary>The name without its last extension.</summary>
    internal string Stem => Name.LastIndexOf('.') is > 0 and var dot ? Name[..dot] : Name;
    /// <summary>The name with another extension; unchanged when it has that one already.</summary>
    internal string As(string extension) => string.Equals(Extension, extension, StringComparison.Ordinal) ? Name : Stem + "." + extension;
}
