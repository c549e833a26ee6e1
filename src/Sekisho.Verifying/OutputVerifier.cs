using Sekisho.Kernel;
using Sekisho.Verifying.Cards;
using Sekisho.Verifying.Drawings;
using Sekisho.Verifying.Mail;
using Sekisho.Verifying.Odf;
using Sekisho.Verifying.Office;
using Sekisho.Verifying.Pdf;
using Sekisho.Verifying.Pictures;
using Sekisho.Verifying.Text;

namespace Sekisho.Verifying;

/// <summary>
/// Reads an output again with other code than the one that wrote it (law E3): raw bytes and decoded streams, a grammar as small as our own
/// writers', and none of the format's forbidden tokens. The transformer counts as compromised, so anything unusual is a refusal.
/// </summary>
public static class OutputVerifier
{
    private const int MaxDepth = 8;
    private const string Drawn = "pdf-drawn";

    /// <param name="output">Exactly the bytes that would be released.</param>
    /// <param name="claimedType">Type code the transformer gave: empty, text, csv, xml, png, jpeg, svg, dxf, sxf, pdf, zip, docx…, xlsx…, pptx…, odt…, eml.</param>
    /// <param name="claimedOutcome">Outcome the transformer gave; a PDF it calls Raster may hold nothing but pictures and unseen text.</param>
    public static VerifyResult Verify(byte[] output, string claimedType, string claimedOutcome = "")
    {
        var report = new Report();
        try { Check(output, claimedType is "pdf" && claimedOutcome is "Raster" ? Drawn : claimedType, "", 0, report); }
        catch (Exception e) when (e is Refused or IndexOutOfRangeException or ArgumentException or OverflowException or InvalidDataException or FormatException)
        {
            // A file this reader cannot follow is not one of ours.
            report.Add("structure", e is Refused refused ? refused.Place : e.GetType().Name);
        }
        return new(report.Lines.Count == 0, Digest.Of(output), report.Lines);
    }

    internal static void Check(byte[] bytes, string type, string place, int depth, Report report)
    {
        if (depth > MaxDepth) throw new Refused("depth:" + place);
        switch (type)
        {
            case "empty": if (bytes.Length > 0) report.Add("not-empty", place); break;
            case "text": TextCheck.Run(bytes, place, report); break;
            case "xml":
                TextCheck.Run(bytes, place, report);
                MarkupCheck.Run(bytes, place, report);
                break;
            case "csv":
                TextCheck.Run(bytes, place, report);
                CsvCheck.Run(bytes, place, report);
                break;
            case "png": PngCheck.Run(bytes, place, report); break;
            case "jpeg": JpegCheck.Run(bytes, place, report); break;
            case "svg": SvgCheck.Run(bytes, place, report); break;
            case "dxf": DxfCheck.Run(bytes, place, report); break;
            case "sxf": SxfCheck.Run(bytes, place, report); break;
            case "pdf" or Drawn: PdfCheck.Run(bytes, place, type is Drawn, report); break;
            case "zip": ArchiveCheck.Run(bytes, place, depth, report); break;
            case "docx" or "dotx" or "xlsx" or "xltx" or "pptx" or "potx" or "ppsx": OfficeCheck.Run(bytes, type, place, report); break;
            case "odt" or "ott" or "ods" or "ots" or "odp" or "otp" or "odg" or "otg": OdfCheck.Run(bytes, type, place, report); break;
            case "ics": CalendarCheck.Run(bytes, place, report); break;
            case "vcf": ContactCheck.Run(bytes, place, report); break;
            case "eml": MailCheck.Run(bytes, place, depth, report); break;
            default: report.Add("type", place + ":" + type); break;
        }
    }

    /// <summary>What a child is, by its first bytes and the extension of its name; "" when the two do not fit.</summary>
    internal static string Guess(byte[] bytes, string name)
    {
        var dot = name.LastIndexOf('.');
        var extension = dot < 0 ? "" : name[(dot + 1)..].ToLowerInvariant();
        if (bytes.Length == 0) return "empty";
        if (bytes is [0x89, (byte)'P', ..]) return extension is "png" or "" ? "png" : "";
        if (bytes is [0xFF, 0xD8, ..]) return extension is "jpg" or "jpeg" or "jpe" or "jfif" or "" ? "jpeg" : "";
        if (bytes is [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] && extension is "pdf") return "pdf";
        if (bytes is [(byte)'P', (byte)'K', ..]) return extension is "zip" or "docx" or "dotx" or "xlsx" or "xltx" or "pptx" or "potx" or "ppsx" or "odt" or "ott" or "ods" or "ots" or "odp" or "otp" or "odg" or "otg" ? extension : "";
        return extension is "csv" or "tsv" ? "csv" : extension is "xml" ? "xml" : TextCheck.IsTextName(extension) ? "text" : extension is "eml" or "ics" or "vcf" or "svg" or "dxf" ? extension : extension is "sfc" or "p21" ? "sxf" : "";
    }
}
