using System.Globalization;

namespace Sekisho.Platform.Ledger;

/// <summary>The second place holds a signed checkpoint that this database does not reach: it was cut short or an old state was put back. Sealing stops.</summary>
public sealed class LedgerRolledBackException(Checkpoint seen, long size) : Exception(string.Create(
    CultureInfo.InvariantCulture, $"The checkpoint folder holds {seen.Line}, the database has {size} leaves: it was rolled back. A restored backup must begin a new origin (restore does that)."))
{
    public Checkpoint Seen { get; } = seen;
}
