using Sekisho.Kernel.Workers;
using Sekisho.Mime;
using Sekisho.Mime.Reading;
using Sekisho.Mime.Reading.Fields;
using Sekisho.Sanitizing.TextFiles;

namespace Sekisho.Sanitizing.Mail;

/// <summary>The fields of the allow list in strict form (matrix 15.3); everything else is counted and dropped.</summary>
internal sealed record MailHeaders
{
    private const int MostSubject = 500, MostReferences = 50;
    private static readonly string[] Kept =
    [
        "From", "To", "Cc", "Reply-To", "Sender", "Date", "Subject", "Message-ID", "In-Reply-To", "References", "MIME-Version", "Content-Type",
        "Content-Transfer-Encoding", "Content-Language", "Content-Disposition", "Content-ID", "Content-Description", "Importance", "X-Priority", "List-Id", "Auto-Submitted", "X-Sekisho-Record",
        "Received", "Return-Path", "Delivered-To",
    ];
    private static readonly (string Name, string[] Values)[] Words =
        [("Importance", ["high", "low", "normal"]), ("X-Priority", ["1", "3", "5"]), ("Auto-Submitted", ["auto-generated", "auto-replied"])];
    private static readonly string[] Receipts = ["Disposition-Notification-To", "Return-Receipt-To", "X-Confirm-Reading-To"];

    internal IReadOnlyList<MailAddress> From { get; private init; } = [];
    internal IReadOnlyList<MailAddress> To { get; private init; } = [];
    internal IReadOnlyList<MailAddress> Cc { get; private init; } = [];
    internal IReadOnlyList<MailAddress> ReplyTo { get; private init; } = [];
    internal MailAddress? Sender { get; private init; }
    internal DateTimeOffset? Date { get; private init; }
    internal string Subject { get; private init; } = "";
    internal string? MessageId { get; private init; }
    internal IReadOnlyList<string> InReplyTo { get; private init; } = [];
    internal IReadOnlyList<string> References { get; private init; } = [];
    internal IReadOnlyList<ExtraField> Extra { get; private init; } = [];

    internal static MailHeaders Read(ReadPart root, MailContext context, FindingLog log)
    {
        Twice(root, log);
        Dropped(root, log);
        return new()
        {
            From = Addresses(root, "From", log),
            To = Addresses(root, "To", log),
            Cc = Addresses(root, "Cc", log),
            ReplyTo = Addresses(root, "Reply-To", log),
            Sender = Addresses(root, "Sender", log).FirstOrDefault(),
            Date = root.Field("Date") is { } date ? DateReader.Read(date) : null,
            Subject = SubjectOf(root, log),
            MessageId = Mime.MessageId.ReadAll(root.Field("Message-ID") ?? "", 1).FirstOrDefault() ?? MadeId(root, context),
            InReplyTo = Mime.MessageId.ReadAll(root.Field("In-Reply-To") ?? "", 1),
            References = Mime.MessageId.ReadAll(root.Field("References") ?? "", MostReferences),
            Extra = [.. Extras(root), new ExtraField("X-Sekisho-Record", context.RecordId)],
        };
    }

    private static string MadeId(ReadPart root, MailContext context) => "<sekisho." + context.RecordId + (root.Place == "0" ? "" : "." + root.Place) + "@" + context.Policy.HostName + ">";

    private static string SubjectOf(ReadPart root, FindingLog log)
    {
        var decoded = EncodedText.Decode(root.Field("Subject") ?? "");
        var quiet = new FindingLog();
        var clean = HeaderText.OneLine(TextCleaner.Clean(decoded, "Subject", quiet), MostSubject);
        if (quiet.Lines.Count > 0 || decoded.AsSpan().ContainsAny('\r', '\n')) log.Add("HD-03", FindingAction.Rewritten, "Subject");
        return clean;
    }

    private static IReadOnlyList<MailAddress> Addresses(ReadPart root, string field, FindingLog log)
    {
        if (root.Field(field) is not { } raw) return [];
        var found = AddressReader.Read(raw, out var unreadable);
        if (unreadable > 0) log.Add("SM-15", FindingAction.Removed, field, unreadable);
        return [.. found.Select(a => Honest(a, field, log))];
    }

    /// <summary>HD-02: a display name that is itself another address is dropped, so that the real one is seen.</summary>
    private static MailAddress Honest(MailAddress address, string field, FindingLog log)
    {
        if (address.DisplayName is not { } name || !name.Contains('@', StringComparison.Ordinal) && !name.Contains('＠', StringComparison.Ordinal)) return address;
        if (string.Equals(name.Trim('\'', '"', ' '), address.Address, StringComparison.OrdinalIgnoreCase)) return address;
        log.Add("HD-02", FindingAction.Removed, field);
        return MailAddress.Parse(address.Address) ?? throw new InvalidOperationException("An address lost its form.");
    }

    private static IEnumerable<ExtraField> Extras(ReadPart root)
    {
        foreach (var (name, values) in Words)
        {
            var value = root.Field(name)?.Trim().ToLowerInvariant();
            if (value is not null && values.Contains(value, StringComparer.Ordinal)) yield return new(name, value);
        }
    }

    private static void Twice(ReadPart root, FindingLog log)
    {
        foreach (var name in new[] { "From", "Subject", "To", "Cc", "Date", "Reply-To", "Sender", "Message-ID" })
            if (root.AllFields(name).Count() > 1) log.Add(name == "From" ? "HD-02" : "MI-02", FindingAction.Removed, name);
    }

    private static void Dropped(ReadPart root, FindingLog log)
    {
        foreach (var field in root.Fields)
        {
            if (Receipts.Contains(field.Name, StringComparer.OrdinalIgnoreCase)) log.Add("HD-01", FindingAction.Removed, "Header");
            else if (string.Equals(field.Name, "DKIM-Signature", StringComparison.OrdinalIgnoreCase)) log.Add("HD-04", FindingAction.Kept, "Header", 1, ("result", "未検証"));
            else if (!Kept.Contains(field.Name, StringComparer.OrdinalIgnoreCase)) log.Add("HD-00", FindingAction.Kept, "Header");
        }
    }
}
