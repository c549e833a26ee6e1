namespace Sekisho.Shell;

/// <summary>
/// What every page says about this installation. <see cref="IsDemo"/> follows the origin of the ledger: a demonstration shows it on
/// every page and print. <see cref="Value"/> is set at start and again when a city's pack has been opened.
/// </summary>
public sealed class Installation(InstallationFacts start)
{
    private volatile InstallationFacts value = start;

    public InstallationFacts Value { get => value; set => this.value = value; }
}
