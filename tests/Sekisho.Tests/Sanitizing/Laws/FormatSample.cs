using Sekisho.Sanitizing;
using Sekisho.Tests.Sanitizing.Files;

namespace Sekisho.Tests.Sanitizing.Laws;

/// <summary>One format in the table of the laws.</summary>
/// <param name="File">A name with the format's extension.</param>
/// <param name="Harmless">A file that must come out.</param>
/// <param name="Planted">The same with <see cref="Mark"/> where no allow list looks; null for formats that have no such place.</param>
/// <param name="Folder">Where answers of its converter lie, or "".</param>
internal sealed record FormatSample(string File, byte[] Harmless, byte[]? Planted = null, string Folder = "")
{
    internal const string Mark = "Zx7731Marker";

    internal FileResult Run(byte[] bytes, string? name = null, INativeTools? tools = null) =>
        FileSanitiser.Sanitise(new(bytes), new(name ?? File, null, new(new()), new(), 0, tools ?? new LawTools(Folder)));

    /// <param name="row">What the case's name begins with.</param>
    /// <param name="caseName">What stands behind its rows.</param>
    internal static FormatSample Of(string row, string caseName, Func<byte[], byte[]>? plant = null)
    {
        var folder = Directory.GetDirectories(FileCase.Root).Single(d => Path.GetFileName(d).EndsWith("_" + caseName, StringComparison.Ordinal) && Path.GetFileName(d).StartsWith(row, StringComparison.Ordinal));
        var one = new FileCase(folder);
        return new(one.FileName, one.Input, plant?.Invoke(one.Input), folder);
    }
}
