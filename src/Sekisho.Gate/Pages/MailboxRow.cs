namespace Sekisho.Gate.Pages;

/// <summary>One mail in the demonstration's mailbox.</summary>
internal sealed record MailboxRow(string MailId, string Recipient, DateTimeOffset ArrivedAt, string Subject, string HeaderFrom, int Parts, string Outcome);
