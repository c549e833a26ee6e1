namespace Sekisho.Sanitizing;

/// <summary>LM-15: the size of a mail's structure. Stops MIME bombs and parsers whose cost is quadratic.</summary>
public sealed record MailLimits
{
    /// <summary>Parts of one message, nested ones included.</summary>
    public int Parts { get; init; } = 500;
    /// <summary>Multipart in multipart.</summary>
    public int Depth { get; init; } = 10;
    /// <summary>Header fields of one part.</summary>
    public int HeaderLines { get; init; } = 1_000;
    /// <summary>Bytes of one part's header.</summary>
    public int HeaderBytes { get; init; } = 256 << 10;
    /// <summary>Bytes of one line on input; 998 are written.</summary>
    public int LineBytes { get; init; } = 64 << 10;
    /// <summary>Parameters of one field.</summary>
    public int Parameters { get; init; } = 64;
}
