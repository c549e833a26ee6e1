namespace Sekisho.Kernel.Workers;

/// <summary>Ceilings of the pipe between parent and worker. Both ends enforce them; a policy may lower, never raise them.</summary>
public static class WorkerLimits
{
    /// <summary>Header of one frame, bytes. Stops a worker that answers with an endless header.</summary>
    public const int HeaderBytes = 4 << 20;
    /// <summary>Bytes handed to a worker (LM-01, with room for base64 and a mail's own headers).</summary>
    public const long RequestBytes = 150L << 20;
    /// <summary>Bytes a worker may hand back (LM-18: four times LM-01). Stops an output bomb.</summary>
    public const long ReplyBytes = 400L << 20;
    /// <summary>Expanded bytes of a whole tree, the largest size a part report may name (LM-02).</summary>
    public const long TreeBytes = 500L << 20;
    /// <summary>Raw pixels or drawn pages of one tool run (LM-08 at four bands).</summary>
    public const long ToolBytes = 400L << 20;
    /// <summary>Findings in one reply. Stops a report bomb; the sanitiser counts equal findings together.</summary>
    public const int Findings = 5_000;
    /// <summary>Blobs in one reply (LM-04, whole tree).</summary>
    public const int Blobs = 5_001;
    /// <summary>Part reports in one reply (LM-04 and LM-15).</summary>
    public const int Parts = 5_500;
    /// <summary>Details or options in one frame, and the length of each value in characters.</summary>
    public const int Details = 64, DetailLength = 4_000;
    /// <summary>Names, types and places, characters.</summary>
    public const int NameLength = 400;
    /// <summary>Tool runs one request may ask for. Stops a worker that keeps the machine busy with siblings.</summary>
    public const int ToolRuns = 600;
}
