using Sekisho.Kernel.Workers;
using Sekisho.Mime;
using Sekisho.Mime.Parts;
using Sekisho.Mime.Writing;
using Sekisho.Sanitizing.HtmlBodies;
using Sekisho.Sanitizing.Rtf;

namespace Sekisho.Sanitizing.Mapi;

/// <summary>A message of MSG or TNEF as the mail it was, written by our own writer; what it becomes then is the mail sanitiser's business (MS-01, TN-01).</summary>
internal sealed class MapiMail(string place, FindingLog log)
{
    private readonly List<FilePart> files = [];
    private readonly List<MailAddress> to = [], cc = [];

    internal void Attach(string name, string mediaType, byte[] data) => files.Add(new(name.Length == 0 ? "添付" + Show.Number(files.Count + 1) : name, mediaType.Length == 0 ? "application/octet-stream" : mediaType, data));

    /// <summary>An attachment that is no file stays behind.</summary>
    internal void Skip(string rule) => log.Add(rule, FindingAction.Removed, place);

    internal int Files => files.Count;

    internal void Recipient(MapiBag bag)
    {
        if (Address(bag, MapiBag.Smtp, MapiBag.EmailAddress, MapiBag.DisplayName) is { } address) (bag.Number(MapiBag.RecipientType) == 2 ? cc : to).Add(address);
    }

    internal byte[] Write(MapiBag bag)
    {
        CheckClass(bag);
        var from = Address(bag, MapiBag.SenderSmtp, MapiBag.SenderAddress, MapiBag.SenderName) ?? Address(bag, MapiBag.SentSmtp, MapiBag.SentAddress, MapiBag.SentName) ?? MailAddress.Parse("unknown@sender.invalid", bag.Text(MapiBag.SenderName))!;
        MailPart body = Body(bag);
        return MailWriter.Write(new()
        {
            From = [from], To = to, Cc = cc, Date = bag.Time(MapiBag.SubmitTime) ?? bag.Time(MapiBag.DeliveryTime), Subject = HeaderText.OneLine(bag.Text(MapiBag.Subject), 500),
            MessageId = MessageId.ReadAll(bag.Text(MapiBag.MessageId), 1).FirstOrDefault(),
            Body = files.Count == 0 ? body : new MultipartPart("mixed", [body, .. files]),
        });
    }

    private MailPart Body(MapiBag bag)
    {
        var plain = bag.Text(MapiBag.Body);
        var html = bag.Bytes(MapiBag.Html) is { } bytes ? Mime.Charsets.CharsetDecoder.Decode(bytes, MapiBag.Label(bag.Number(MapiBag.InternetCodePage))).Text : "";
        var rtf = bag.Bytes(MapiBag.Rtf) is { Length: > 16 } packed ? RtfText.Read(CompressedRtf.Expand(packed, place), place) : "";
        if (html.Length > 0 && plain.Length > 0 && Differ(plain, HtmlToText.Convert(html, LinkStyle.Defang, new(), place, new()).Text)) log.Add("MS-04", FindingAction.Kept, place);
        else if (plain.Length > 0 && rtf.Length > 0 && Differ(plain, rtf)) log.Add("MS-04", FindingAction.Kept, place);
        if (html.Length == 0) return new TextPart(plain.Length == 0 ? rtf : rtf.Length > 0 && Differ(plain, rtf) ? plain + "\n\n" + rtf : plain);
        return plain.Length == 0 ? new TextPart(html, "html") : new MultipartPart("alternative", [new TextPart(plain), new TextPart(html, "html")]);
    }

    /// <summary>What one body says and the other does not, line ends and blanks aside.</summary>
    private static bool Differ(string one, string other) => !string.Equals(Squeeze(one), Squeeze(other), StringComparison.Ordinal);

    private static string Squeeze(string text) => new([.. text.Where(char.IsLetterOrDigit)]);

    private static MailAddress? Address(MapiBag bag, int smtp, int address, int name)
    {
        foreach (var id in (int[])[smtp, address])
            if (MailAddress.Parse(bag.Text(id).Trim(), bag.Text(name)) is { } found) return found;
        return null;
    }

    /// <summary>MS-03: a class of its own brings a form, a script or voting buttons; only the plain mail in it is read.</summary>
    private void CheckClass(MapiBag bag)
    {
        var type = bag.Text(MapiBag.MessageClass);
        if (type.Length > 0 && !type.StartsWith("IPM.", StringComparison.OrdinalIgnoreCase) && !type.StartsWith("REPORT.", StringComparison.OrdinalIgnoreCase) || type.StartsWith("IPM.Note.", StringComparison.OrdinalIgnoreCase))
            log.Add("MS-03", FindingAction.Removed, place);
    }
}
