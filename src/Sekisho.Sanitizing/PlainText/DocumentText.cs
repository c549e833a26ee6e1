using System.Text;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Mime.Charsets;
using Sekisho.Sanitizing.Containers;
using Sekisho.Sanitizing.Identification;
using Sekisho.Sanitizing.TextFiles;
using Sekisho.Sanitizing.Xml;

namespace Sekisho.Sanitizing.PlainText;

/// <summary>
/// The text of a document a person hands in: a text file, Word (.docx), PDF, Web page; XML is checked and written anew. What the bytes are is
/// told by the bytes, never by a name. Refused with one of <see cref="TextRefusals"/>.
/// </summary>
internal static class DocumentText
{
    private const int PdfHead = 1024;

    public static Result<DecodedText> Read(byte[] bytes, INativeTools tools)
    {
        if (bytes.Length > TextRefusals.LargestFile) return TextRefusals.TooLarge;
        if (bytes.Length == 0) return TextRefusals.Empty;
        try
        {
            if (StrictZip.LooksLikeZip(bytes)) return Word(bytes);
            if (bytes.AsSpan().StartsWith(Compound.CompoundDocument.Magic)) return TextRefusals.OldOffice;
            if (bytes.AsSpan(0, Math.Min(bytes.Length, PdfHead)).IndexOf("%PDF-"u8) >= 0) return Pdf(bytes, tools);
            var decoded = TextDecoder.Decode(bytes);
            return decoded.IsOk ? Marked(decoded.Value) : decoded;
        }
        catch (FileStop)
        {
            return TextRefusals.Unsafe;
        }
    }

    private static Result<DecodedText> Word(byte[] bytes)
    {
        var budget = new SanitiseBudget(new SanitiseLimits());
        var zip = new StrictZip(bytes, budget);
        if (OfficeKinds.Of(zip) is not (FileKind.Docx or FileKind.Docm or FileKind.Dotx or FileKind.Dotm)) return TextRefusals.OtherOffice;
        return Found(new WordText(new Office.OpcPackage(zip)).Read(), "docx");
    }

    private static Result<DecodedText> Pdf(byte[] bytes, INativeTools tools)
    {
        if (tools.Run(NativeTool.PdfToText, bytes) is not { } output) return TextRefusals.NoCharacters;
        var text = Encoding.UTF8.GetString(UntrustedAccess.Open(output));
        return text.Any(char.IsLetter) ? Found(text, "pdf") : TextRefusals.NoCharacters;
    }

    private static Result<DecodedText> Marked(DecodedText decoded) => TextKinds.Classify(decoded.Text) switch
    {
        FileKind.Html => Found(PageText.Read(decoded.Text), "html"),
        FileKind.Xml => Found(Rewritten(decoded.Text), "xml"),
        FileKind.Text when decoded.Text.AsSpan().TrimStart().StartsWith("<Law", StringComparison.Ordinal) => Found(Rewritten(decoded.Text), "xml"),
        _ => decoded,
    };

    /// <summary>Characters that only steer a terminal or a page are dropped; an empty document is told apart from a broken one.</summary>
    private static Result<DecodedText> Found(string text, string format)
    {
        var clean = string.Concat(text.Where(c => !char.IsControl(c) || c is '\t' or '\n' or '\f'));
        return string.IsNullOrWhiteSpace(clean) ? TextRefusals.Empty : new DecodedText(clean, format, 0, Guessed: false);
    }

    private static string Rewritten(string xml)
    {
        var declared = xml.StartsWith("<?xml", StringComparison.Ordinal) ? xml[(xml.IndexOf("?>", StringComparison.Ordinal) + 2)..] : xml;
        var root = StrictXml.ParseText(declared, new SanitiseLimits(), "xml");
        var spaces = root.SelfAndBelow().SelectMany(e => e.Attrs.Select(a => a.Ns).Append(e.Ns)).Distinct(StringComparer.Ordinal).Where(n => n.Length > 0 && n != XmlWriting.XmlNs).Order(StringComparer.Ordinal);
        var prefixes = new Dictionary<string, string>(StringComparer.Ordinal) { [""] = "" };
        foreach (var space in spaces) prefixes[space] = "n" + Show.Number(prefixes.Count);
        return Encoding.UTF8.GetString(XmlWriting.Write(root, prefixes));
    }
}
