namespace Sekisho.Shell;

/// <summary>Name of the municipality (empty before one is loaded), the line to call for help, and whether the ledger's origin says demo.</summary>
public sealed record InstallationFacts(string CityName, string ContactLine, bool IsDemo, string Version)
{
    /// <summary>What the city's own text calls each role, by role code; empty before a pack is applied.</summary>
    public IReadOnlyDictionary<string, string> RoleNames { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
