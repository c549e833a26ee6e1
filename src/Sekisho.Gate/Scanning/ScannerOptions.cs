namespace Sekisho.Gate.Scanning;

/// <summary>Where clamd listens.</summary>
/// <param name="Socket">Path of its Unix socket.</param>
/// <param name="Patience">How long one scan may take.</param>
public sealed record ScannerOptions(string Socket, TimeSpan Patience)
{
    public static ScannerOptions At(string socket) => new(socket, TimeSpan.FromSeconds(60));
}
