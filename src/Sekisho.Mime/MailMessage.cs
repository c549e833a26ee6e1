using Sekisho.Mime.Parts;

namespace Sekisho.Mime;

/// <summary>
/// A message as our writer writes it. Every field is of strict form by its type; what has no place here is not written
/// (matrix 15.3: the allow list of headers).
/// </summary>
public sealed record MailMessage
{
    public required IReadOnlyList<MailAddress> From { get; init; }
    public IReadOnlyList<MailAddress> To { get; init; } = [];
    public IReadOnlyList<MailAddress> Cc { get; init; } = [];
    public IReadOnlyList<MailAddress> ReplyTo { get; init; } = [];
    public MailAddress? Sender { get; init; }
    public DateTimeOffset? Date { get; init; }
    public string Subject { get; init; } = "";
    /// <summary>Of the form <see cref="Mime.MessageId.IsStrict"/>; the writer refuses another.</summary>
    public string? MessageId { get; init; }
    public IReadOnlyList<string> InReplyTo { get; init; } = [];
    public IReadOnlyList<string> References { get; init; } = [];
    /// <summary>Further fields of the allow list, in the order written.</summary>
    public IReadOnlyList<ExtraField> Extra { get; init; } = [];
    public required MailPart Body { get; init; }
}
