using System.Text;

namespace Sekisho.Sanitizing.Archives;

/// <summary>The text that stands in an archive for an entry that was not passed on: rule codes and digest only; the sentences are chosen outside the worker.</summary>
internal static class ArchiveNote
{
    internal static byte[] For(FileResult result)
    {
        var b = new StringBuilder();
        b.Append("このファイルは受け渡しできないため、取り除きました。\r\n名前: ").Append(Show.Visible(result.OutputName, 200)).Append("\r\n形式: ").Append(result.DetectedType).Append("\r\n");
        foreach (var f in result.Findings) b.Append("規則: ").Append(f.Rule).Append("\r\n");
        return [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(b.ToString())];
    }
}
