using System.IO.Compression;
using System.Text;

namespace Sekisho.Tests.Sanitizing.Files;

/// <summary>Reads an output package with the framework's reader, which shares no code with the engine.</summary>
internal static class OfficeOutput
{
    internal static IReadOnlyDictionary<string, byte[]> Parts(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        return zip.Entries.ToDictionary(e => e.FullName, e => { using var s = e.Open(); var m = new MemoryStream(); s.CopyTo(m); return m.ToArray(); }, StringComparer.Ordinal);
    }

    internal static string Text(byte[] package, string part) => Encoding.UTF8.GetString(Parts(package)[part]);

    /// <summary>All parts as one text, to say that a word is nowhere.</summary>
    internal static string All(byte[] package) => string.Concat(Parts(package).Select(p => p.Key + "\n" + Encoding.Latin1.GetString(p.Value) + "\n" + Encoding.UTF8.GetString(p.Value)));
}
