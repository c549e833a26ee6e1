using System.Text;
using Sekisho.Kernel;
using Sekisho.Mime.Reading;

namespace Sekisho.Tests.Mime.Reading;

/// <summary>Hand-made hostile messages: lines joined with CRLF, each character one byte.</summary>
internal static class Raw
{
    internal static byte[] Bytes(params string[] lines) => Encoding.Latin1.GetBytes(string.Join("\r\n", lines));
    internal static ReadMessage Read(params string[] lines) => MimeReader.Read(new(Bytes(lines)), new());
    /// <summary>A string as the bytes of an encoding, each shown as one character.</summary>
    internal static string In(int codePage, string text) => Encoding.Latin1.GetString(CodePagesEncodingProvider.Instance.GetEncoding(codePage)!.GetBytes(text));
    internal static string Utf8(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));
    internal static string Jis(string text) => Encoding.Latin1.GetString(Sekisho.Mime.Charsets.Iso2022JpEncoder.Encode(text));
    internal static byte[] Content(ReadPart part) => UntrustedAccess.Open(part.Content);
}
