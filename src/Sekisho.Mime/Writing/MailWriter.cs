using System.Text;
using Sekisho.Mime.Parts;

namespace Sekisho.Mime.Writing;

/// <summary>
/// The one writer of messages (RFC 5322, 2045–2047, 2231). Deterministic: equal models give equal bytes. Lines end in CRLF and have at
/// most 998 bytes; header lines at most 78 where words allow; no byte above 0x7F is written.
/// </summary>
public static class MailWriter
{
    public static byte[] Write(MailMessage message)
    {
        using var stream = new MemoryStream();
        Write(message, stream);
        return stream.ToArray();
    }

    private static void Write(MailMessage message, MemoryStream to)
    {
        var header = new HeaderWriter();
        if (message.Date is { } date) header.Raw("Date", MailDate.Text(date));
        header.Addresses("From", message.From);
        if (message.Sender is { } sender) header.Addresses("Sender", [sender]);
        header.Addresses("Reply-To", message.ReplyTo);
        header.Addresses("To", message.To);
        header.Addresses("Cc", message.Cc);
        header.Text("Subject", message.Subject);
        if (message.MessageId is { } id) header.Identifiers("Message-ID", [id]);
        header.Identifiers("In-Reply-To", message.InReplyTo);
        header.Identifiers("References", message.References);
        foreach (var extra in message.Extra) header.Text(extra.Name, extra.Value);
        header.Raw("MIME-Version", "1.0");
        WritePart(message.Body, header, to);
    }

    private static void WritePart(MailPart part, HeaderWriter header, MemoryStream to)
    {
        switch (part)
        {
            case TextPart text: WriteText(text, header, to); break;
            case FilePart file: WriteFile(file, header, to); break;
            case MultipartPart multi: WriteMultipart(multi, header, to); break;
            case MessagePart nested:
                header.Raw("Content-Type", "message/rfc822");
                header.Finish(to);
                Write(nested.Message, to);
                break;
            default: throw new InvalidOperationException("An unknown kind of part.");
        }
    }

    private static void WriteText(TextPart part, HeaderWriter header, MemoryStream to)
    {
        var text = part.Text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace("\n", "\r\n", StringComparison.Ordinal);
        var jis = part.Charset == Charsets.CharsetLabels.Iso2022Jp;
        var bytes = jis ? Charsets.Iso2022JpEncoder.Encode(text) : Encoding.UTF8.GetBytes(text);
        var encoding = jis ? part.IsPacked ? "base64" : "7bit" : TransferEncoding.Choose(bytes);
        header.Raw("Content-Type", $"text/{(part.Subtype == "html" ? "html" : "plain")}; charset={part.Charset}");
        header.Raw("Content-Transfer-Encoding", encoding);
        header.Finish(to);
        to.Write(TransferEncoding.Encode(bytes, encoding));
        to.Write("\r\n"u8);
    }

    private static void WriteFile(FilePart part, HeaderWriter header, MemoryStream to)
    {
        header.Raw("Content-Type", MediaTypes.IsToken(part.MediaType) ? part.MediaType : "application/octet-stream");
        header.Raw("Content-Transfer-Encoding", "base64");
        if (part.ContentId is { } id) header.Identifiers("Content-ID", ["<" + id + ">"]);
        header.Parameters("Content-Disposition", part.ContentId is null ? "attachment" : "inline", "filename", HeaderText.OneLine(part.FileName, 255));
        header.Finish(to);
        to.Write(TransferEncoding.Encode(part.Content, "base64"));
        to.Write("\r\n"u8);
    }

    private static void WriteMultipart(MultipartPart part, HeaderWriter header, MemoryStream to)
    {
        var children = part.Parts.Select(p =>
        {
            using var stream = new MemoryStream();
            WritePart(p, new HeaderWriter(), stream);
            return stream.ToArray();
        }).ToList();
        var boundary = Boundary(children);
        header.Raw("Content-Type", $"multipart/{(part.Subtype is "alternative" or "related" ? part.Subtype : "mixed")};\r\n boundary=\"{boundary}\"");
        header.Finish(to);
        foreach (var child in children)
        {
            to.Write(Encoding.ASCII.GetBytes("--" + boundary + "\r\n"));
            to.Write(child);
        }
        to.Write(Encoding.ASCII.GetBytes("--" + boundary + "--\r\n"));
    }

    // "=_" stands in no quoted-printable or base64 line; a 7bit line that begins with two hyphens is never left as it is (TransferEncoding).
    private static string Boundary(List<byte[]> children)
    {
        using var hash = System.Security.Cryptography.IncrementalHash.CreateHash(System.Security.Cryptography.HashAlgorithmName.SHA256);
        foreach (var child in children) hash.AppendData(child);
        return "=_" + Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }
}
