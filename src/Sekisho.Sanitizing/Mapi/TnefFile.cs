using System.Buffers.Binary;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;

namespace Sekisho.Sanitizing.Mapi;

/// <summary>TNEF ([MS-OXTNEF], winmail.dat) to a mail (TN-01): attributes with right checksums inside the file; body, sender and attachments come over, nothing else.</summary>
internal sealed class TnefFile
{
    internal const uint Magic = 0x223E9F78;
    private readonly byte[] b;
    private readonly FileContext context;
    private readonly string place;
    private readonly MapiMail mail;
    private readonly MapiBag bag = new();
    private string title = "";
    private byte[]? data;
    private MapiBag? attached;
    private bool isOpen;

    private TnefFile(byte[] bytes, FileContext context, string place, FindingLog log) => (b, this.context, this.place, mail) = (bytes, context, place, new(place, log));

    internal static byte[] ToMail(byte[] bytes, FileContext context, string place, FindingLog log)
    {
        var file = new TnefFile(bytes, context, place, log);
        var message = file.Read();
        log.Add("TN-01", FindingAction.Rewritten, place, 1, ("n", Show.Number(file.mail.Files)));
        return message;
    }

    private byte[] Read()
    {
        if (b.Length < 17) throw Broken();
        var at = 6;
        while (at < b.Length)
        {
            // Carriers add a line end.
            if (b.AsSpan(at).IndexOfAnyExcept("\r\n\0"u8) < 0) break;
            if (at + 9 > b.Length) throw Broken();
            var id = BinaryPrimitives.ReadUInt32LittleEndian(b.AsSpan(at + 1));
            var length = BinaryPrimitives.ReadInt32LittleEndian(b.AsSpan(at + 5));
            if (length < 0 || length > b.Length - at - 11) throw Broken();
            var body = b.AsSpan(at + 9, length);
            var sum = 0;
            foreach (var x in body) sum += x;
            if ((sum & 0xFFFF) != BinaryPrimitives.ReadUInt16LittleEndian(b.AsSpan(at + 9 + length))) throw Broken();
            Attribute(id, body.ToArray());
            at += 11 + length;
        }
        Close();
        return mail.Write(bag);
    }

    private void Attribute(uint id, byte[] body)
    {
        switch (id)
        {
            case 0x00018004: bag.Add(MapiBag.Subject, MapiBag.String8, body); break;
            case 0x0002800C: bag.Add(MapiBag.Body, MapiBag.String8, body); break;
            case 0x00069007 when body.Length >= 4: bag.Add(MapiBag.CodePage, 3, body[..4]); break;
            case 0x00069003: TnefProperties.Read(body, bag, place); break;
            case 0x00069002: Close(); isOpen = true; break;
            case 0x00018010: title = Mime.Charsets.CharsetDecoder.Decode(body, MapiBag.Label(bag.Number(MapiBag.CodePage))).Text.TrimEnd('\0'); break;
            case 0x0006800F: data = body; break;
            case 0x00069005: TnefProperties.Read(body, attached = new(), place); break;
        }
    }

    private void Close()
    {
        if (!isOpen) return;
        context.Budget.Enter(1, place);
        var name = attached?.Text(MapiBag.AttachLongName) is { Length: > 0 } known ? known : title;
        var method = attached?.Number(MapiBag.AttachMethod) ?? 1;
        var content = data ?? attached?.Bytes(MapiBag.AttachData);
        if (method is 1 && content is not null)
        {
            context.Budget.Expand(content.Length, place);
            mail.Attach(name, attached?.Text(MapiBag.AttachMime) ?? "", content);
        }
        else if (method is 5 && content is { Length: > 22 } && BinaryPrimitives.ReadUInt32LittleEndian(content.AsSpan(16)) == Magic) mail.Attach(name + ".dat", "application/ms-tnef", content[16..]);
        else mail.Skip("MS-02");
        (title, data, attached, isOpen) = ("", null, null, false);
    }

    private FileStop Broken() => new("TN-01", Outcome.Blocked, place);
}
