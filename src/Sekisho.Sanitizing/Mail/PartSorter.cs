using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Mime.Reading;

namespace Sekisho.Sanitizing.Mail;

/// <summary>Walks the parts of one message: what is body text, what is an attachment, what stops the mail (MB-01, MI-04…07, SC-01, SC-02).</summary>
internal sealed class PartSorter(MailContext context, FindingLog log, int depth)
{
    private readonly BodyTexts texts = new(context, log);
    private readonly List<string> pictures = [];
    internal List<BodyPiece> Body { get; } = [];
    internal List<FoundFile> Files { get; } = [];
    /// <summary>True when something can only be decided by a person (encrypted content).</summary>
    internal bool IsHeld { get; private set; }

    internal void Sort(ReadPart part)
    {
        Walk(part);
        if (pictures.Count > 0 && Files.Count > 0) log.Add("MB-04", FindingAction.Rewritten, part.Place, pictures.Count);
    }

    private void Walk(ReadPart part)
    {
        if (part.IsMultipart) Multipart(part);
        else if (part.Disposition != "attachment" && part.Names.Count == 0 && IsText(part.MediaType)) Text(part);
        else if (part.MediaType is "message/rfc822" or "message/global") Nested(part);
        else if (part.MediaType is "message/delivery-status" or "message/disposition-notification" or "message/feedback-report" or "text/rfc822-headers") Report(part);
        else if (part.MediaType == "message/partial") Stop(part, new("MI-04", Outcome.Blocked, part.Place));
        else if (part.MediaType == "message/external-body") External(part);
        else if (IsEncrypted(part)) Encrypted(part);
        else if (part.MediaType is "application/pkcs7-signature" or "application/x-pkcs7-signature" or "application/pgp-signature") Signature(part);
        else Attach(part);
    }

    private void Multipart(ReadPart part)
    {
        switch (part.MediaType)
        {
            case "multipart/alternative": Alternative(part); break;
            case "multipart/encrypted": Encrypted(part); break;
            default:
                foreach (var child in part.Children) Walk(child);
                break;
        }
    }

    private void Alternative(ReadPart part)
    {
        var plain = part.Children.FirstOrDefault(c => c.MediaType == "text/plain" && c.Names.Count == 0);
        var html = part.Children.Select(HtmlOf).FirstOrDefault(h => h is not null);
        if (plain is not null && html is not null)
        {
            var first = texts.Plain(plain, Files);
            var (second, shown) = texts.Html(html);
            pictures.AddRange(shown);
            Body.Add(new(first.Before + "\n\n" + second.Before, BodyChoice.Choose(first.Text, second.Text, context.Policy.PlainShare)));
        }
        foreach (var child in part.Children)
        {
            var isChosen = plain is not null && html is not null && (ReferenceEquals(child, plain) || ReferenceEquals(HtmlOf(child), html));
            if (!isChosen) Walk(child);
            else foreach (var beside in child.Children.Where(c => !ReferenceEquals(c, html))) Walk(beside);
        }
    }

    /// <summary>The HTML part of an alternative: itself or the root of a related.</summary>
    private static ReadPart? HtmlOf(ReadPart part) => part.MediaType switch
    {
        "text/html" when part.Names.Count == 0 => part,
        "multipart/related" => part.Children.FirstOrDefault(c => c.MediaType == "text/html" && c.Names.Count == 0),
        _ => null,
    };

    private void Text(ReadPart part)
    {
        if (part.MediaType == "text/html")
        {
            var (piece, shown) = texts.Html(part);
            pictures.AddRange(shown);
            Body.Add(piece);
        }
        else Body.Add(texts.Plain(part, Files));
    }

    /// <summary>A mail inside the mail is unfolded: its text becomes a text file, its attachments become attachments (MI-06).</summary>
    private void Nested(ReadPart part)
    {
        if (depth + 1 > context.Limits.Depth)
        {
            Stop(part, new("LM-05", Outcome.Blocked, part.Place, new Dictionary<string, string> { ["n"] = Show.Number(context.Limits.Depth) }));
            return;
        }
        log.Add("MI-06", FindingAction.Rewritten, part.Place);
        var inner = new NestedMail(context, log, depth + 1).Unfold(part);
        IsHeld |= inner.IsHeld;
        Files.AddRange(inner.Files);
    }

    private void Report(ReadPart part)
    {
        log.Add("MI-07", FindingAction.TextOnly, part.Place);
        Body.Add(texts.Plain(part, Files));
    }

    private void External(ReadPart part)
    {
        log.Add("MI-05", FindingAction.Removed, part.Place);
        Body.Add(new("", "【" + FindingSentences.Of(new("MI-05", FindingAction.Removed, part.Place, 1, new Dictionary<string, string>())) + "】"));
    }

    private void Encrypted(ReadPart part)
    {
        IsHeld = true;
        Stop(part, new("SC-02", Outcome.Held, part.Place));
    }

    private void Signature(ReadPart part) => log.Add("HD-04", FindingAction.Removed, part.Place, 1, ("result", "未検証"));

    private void Stop(ReadPart part, FileStop stop) => Files.Add(new(part.Place, part.Names, part.MediaType, UntrustedAccess.Open(part.Content), stop));

    private void Attach(ReadPart part)
    {
        context.Budget.Enter(1, part.Place);
        Files.Add(new(part.Place, part.Names, part.MediaType, UntrustedAccess.Open(part.Content)));
    }

    private static bool IsText(string mediaType) => mediaType is "text/plain" or "text/html" or "text/enriched" or "text/richtext" or "text/markdown";

    private static bool IsEncrypted(ReadPart part) =>
        part.MediaType is "application/pkcs7-mime" or "application/x-pkcs7-mime" or "application/pgp-encrypted"
        || UntrustedAccess.Open(part.Content).AsSpan().TrimStart("\r\n "u8).StartsWith("-----BEGIN PGP MESSAGE-----"u8);
}
