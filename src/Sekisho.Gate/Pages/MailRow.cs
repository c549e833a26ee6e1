namespace Sekisho.Gate.Pages;

/// <summary>One line of a mail list: envelope and findings only, never content (M6).</summary>
public sealed record MailRow(string Id, DateTimeOffset ReceivedAt, string State, string? HoldReason, string Subject, string HeaderFrom, string Sender, string Recipients, int Parts, int Stopped, string? Outcome);
