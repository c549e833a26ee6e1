namespace Sekisho.Shell;

/// <summary>
/// What every page says about this installation. <see cref="IsDemo"/> follows the origin of the ledger: a demonstration shows it on
/// every page and print. The executable sets <see cref="Value"/> at start and again when a city has been loaded.
/// </summary>
public sealed class Installation(InstallationFacts start)
{
    private volatile InstallationFacts value = start;

    public InstallationFacts Value { get => value; set => this.value = value; }
}
