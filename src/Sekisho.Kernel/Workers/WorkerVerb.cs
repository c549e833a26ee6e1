namespace Sekisho.Kernel.Workers;

/// <summary>What a worker can be asked. A worker started for <see cref="Verify"/> never rebuilds anything (law E9).</summary>
public enum WorkerVerb
{
    /// <summary>Hostile bytes in; safe bytes, children for the scanner and findings out.</summary>
    Sanitise,
    /// <summary>The output of another worker in; accepted or not, and the digest of what was read.</summary>
    Verify,
    /// <summary>A text file of unknown encoding in; UTF-8 out.</summary>
    Text,
    /// <summary>A workbook or CSV in; rows as UTF-8 TSV out.</summary>
    Table,
}
