using System.Runtime.InteropServices;

namespace Sekisho.Platform.Workers;

/// <summary>What a sandbox shows and how much it may use.</summary>
public sealed record SandboxOptions
{
    /// <summary>Folder with sekisho.dll, shown read-only to workers.</summary>
    public string ProgramFolder { get; init; } = AppContext.BaseDirectory;
    /// <summary>The program inside that folder; tests put a misbehaving one here.</summary>
    public string Assembly { get; init; } = "sekisho.dll";
    /// <summary>Root of the .NET installation; only its host and shared frameworks are shown.</summary>
    public string RuntimeFolder { get; init; } = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../.."));
    /// <summary>The sandbox program; a test points it at nothing to see what happens without one.</summary>
    public string Bubblewrap { get; init; } = "/usr/bin/bwrap";
    /// <summary>LM-17, bytes: managed heap of a worker. An allocation bomb ends as an exception in the worker.</summary>
    public long HeapBytes { get; init; } = 768L << 20;
    /// <summary>LM-17, bytes resident of one sandbox: native memory a heap limit does not see.</summary>
    public long ResidentBytes { get; init; } = 1L << 30;
    /// <summary>LM-17, bytes of address space: backstop between two looks of the watchdog. The runtime does not start below 4 GiB.</summary>
    public long AddressBytes { get; init; } = 8L << 30;
    /// <summary>LM-18: open files of one sandbox.</summary>
    public int OpenFiles { get; init; } = 256;
    /// <summary>LM-18, bytes of the temporary file system, which lives in memory.</summary>
    public long TemporaryBytes { get; init; } = 512L << 20;
}
