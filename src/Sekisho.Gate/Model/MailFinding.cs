namespace Sekisho.Gate.Model;

/// <summary>One finding of the workers; its sentence is chosen by rule when shown.</summary>
internal sealed class MailFinding
{
    public required string MailId { get; init; }
    public required int Ordinal { get; init; }
    public required string Rule { get; init; }
    public required string Action { get; init; }
    public required string Place { get; init; }
    public required int Count { get; init; }
    /// <summary>JSON object of strings for the sentence's {…} places.</summary>
    public required string Arguments { get; init; }
}
