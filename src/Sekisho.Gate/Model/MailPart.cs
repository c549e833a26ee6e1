namespace Sekisho.Gate.Model;

/// <summary>What became of one attachment or entry.</summary>
internal sealed class MailPart
{
    public required string MailId { get; init; }
    public required int Ordinal { get; init; }
    public required string Path { get; init; }
    public required string Name { get; init; }
    public required string DeclaredType { get; init; }
    public required string FoundType { get; init; }
    public required string Outcome { get; init; }
    public required long InputSize { get; init; }
    public required string InputSha256 { get; init; }
    public required long OutputSize { get; init; }
    public required string? OutputSha256 { get; init; }
}
