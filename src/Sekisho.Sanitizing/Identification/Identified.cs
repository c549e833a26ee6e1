using Sekisho.Sanitizing.Compound;
using Sekisho.Sanitizing.Containers;
using Sekisho.Sanitizing.TextFiles;

namespace Sekisho.Sanitizing.Identification;

/// <summary>The one answer all identifiers agree on, with what they already read.</summary>
/// <param name="Kind">Unknown when nobody recognised the file.</param>
/// <param name="Polyglot">Kinds found beside the first (ID-06); empty for an honest file.</param>
/// <param name="End">Logical end in bytes; smaller than the file when a tail follows (ID-05).</param>
internal sealed record Identified(FileKind Kind, IReadOnlyList<FileKind> Polyglot, int End)
{
    internal PictureShape? Picture { get; init; }
    internal StrictZip? Zip { get; init; }
    internal CompoundDocument? Compound { get; init; }
    internal TextGuess? Text { get; init; }
    /// <summary>A structure that begins like its format but does not hold; the rule that says so.</summary>
    internal FileStop? Broken { get; init; }
}
