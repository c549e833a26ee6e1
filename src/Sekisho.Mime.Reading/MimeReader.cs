using System.Globalization;
using Sekisho.Kernel;
using Sekisho.Mime.Reading.Fields;
using Sekisho.Mime.Reading.Parts;
using Sekisho.Mime.Reading.Transfer;

namespace Sekisho.Mime.Reading;

/// <summary>
/// Reads a hostile message into parts. Nested messages (message/rfc822) are left as content: the caller reads them with its own depth.
/// Never throws for what the bytes contain.
/// </summary>
public sealed class MimeReader
{
    private readonly ReadLimits limits;
    private readonly NoteList notes = new();
    private int parts;

    private MimeReader(ReadLimits limits) => this.limits = limits;

    public static ReadMessage Read(Untrusted<byte[]> message, ReadLimits limits)
    {
        var reader = new MimeReader(limits);
        try
        {
            return new(reader.Part(UntrustedAccess.Open(message), "0", 0, []), reader.notes.All);
        }
        catch (ReadStop stop) // the expected way out at a limit
        {
            reader.notes.OverLimit(stop);
            return new(new("0", [], "text/plain", null, null, [], null, new([]), []), reader.notes.All);
        }
    }

    private ReadPart Part(ReadOnlySpan<byte> bytes, string place, int depth, List<byte[]> outer)
    {
        if (++parts > limits.Parts) throw new ReadStop(place, "parts");
        if (depth > limits.Depth) throw new ReadStop(place, "depth");
        var (fields, bodyStart) = new HeaderReader(limits, notes, place).Read(bytes);
        var head = new PartHead(fields, limits, notes, place);
        var body = bytes[bodyStart..];
        var part = new ReadPart(place, fields, head.MediaType, head.Charset, head.Disposition, head.Names(), ContentId(fields), new([]), []) { Parameters = head.Parameters };
        if (part.IsMultipart) return Multipart(part, head, body, depth, outer);
        if (head.Boundary() is not null) notes.Seen("MI-10", place, "boundary-without-multipart");
        return part with { Content = new(Decode(body, head.Encoding, place, part.MediaType)) };
    }

    private ReadPart Multipart(ReadPart part, PartHead head, ReadOnlySpan<byte> body, int depth, List<byte[]> outer)
    {
        if (head.Encoding is not ("" or "7bit" or "8bit" or "binary")) notes.Ambiguous("MI-03", part.Place, "encoded-multipart");
        if (head.Boundary() is not { Length: > 0 } boundary)
        {
            // Without a boundary some readers show the body as text, some show nothing.
            notes.Ambiguous("MI-10", part.Place, "no-boundary");
            return part;
        }
        if (outer.Any(o => o.AsSpan().SequenceEqual(boundary))) notes.Ambiguous("MI-01", part.Place, "parents-boundary");
        var split = BoundarySplitter.Split(body, boundary);
        Judge(split, part.Place);
        var inner = new List<byte[]>(outer) { boundary };
        var children = new List<ReadPart>();
        foreach (var (start, length) in split.Parts)
        {
            var number = (children.Count + 1).ToString(CultureInfo.InvariantCulture);
            children.Add(Part(body.Slice(start, length), part.Place == "0" ? number : part.Place + "." + number, depth + 1, inner));
        }
        return part with { Children = children };
    }

    private void Judge(BoundarySplit split, string place)
    {
        if (split.HasLookAlike) notes.Ambiguous("MI-01", place, "look-alike-delimiter");
        if (split.GoesOnAfterClose) notes.Ambiguous("MI-08", place, "part-after-close");
        if (split.Outside > 0) notes.Seen("MI-08", place, "outside", split.Outside);
        // With nothing between header and end no reader shows anything: an empty mail.
        if (split.Parts.Count == 0 && split.Outside == 0) notes.Seen("MI-10", place, "empty");
        else if (split.Parts.Count == 0) notes.Ambiguous("MI-10", place, "zero-parts");
        else if (!split.IsClosed) notes.Seen("MI-08", place, "unclosed");
    }

    private byte[] Decode(ReadOnlySpan<byte> body, string encoding, string place, string mediaType)
    {
        if (encoding is "base64" or "quoted-printable" && mediaType is "message/rfc822" or "message/global") notes.Seen("MI-03", place, "encoded-message");
        switch (encoding)
        {
            case "" or "7bit" or "8bit" or "binary": return body.ToArray();
            // What senders write for "nothing is encoded" beside the words of RFC 2045: no reader decodes any of them.
            case "7-bit" or "8-bit" or "7bits" or "8bits" or "plain" or "none" or "us-ascii" or "text":
                notes.Seen("MI-03", place, "misspelt-encoding");
                return body.ToArray();
            case "base64":
                var bytes = Base64Reader.Read(body, out var form);
                if (form.Junk > 0) notes.Seen("MI-03", place, "base64-junk", form.Junk);
                if (form.DataAfterPadding) notes.Ambiguous("MI-03", place, "data-after-padding");
                return bytes;
            case "quoted-printable":
                var text = QuotedPrintableReader.Read(body, out var broken);
                if (broken > 0) notes.Seen("MI-03", place, "quoted-printable", broken);
                return text;
            default:
                notes.Ambiguous("MI-03", place, "unknown-encoding");
                return body.ToArray();
        }
    }

    private static string? ContentId(IReadOnlyList<ReadField> fields) =>
        fields.FirstOrDefault(f => string.Equals(f.Name, "Content-ID", StringComparison.OrdinalIgnoreCase))?.Raw.Trim('<', '>', ' ');
}
