namespace Sekisho.Mime.Reading;

/// <summary>LM-15: what one message may cost. Stops MIME bombs, deep nesting and parsers whose cost is quadratic.</summary>
/// <param name="Parts">Parts of one message.</param>
/// <param name="Depth">Multipart in multipart: recursion.</param>
/// <param name="HeaderLines">Lines of one part's header.</param>
/// <param name="HeaderBytes">Bytes of one part's header.</param>
/// <param name="LineBytes">Bytes of one header line; body lines are read as they are.</param>
/// <param name="Parameters">Parameters of one field.</param>
public sealed record ReadLimits(int Parts = 500, int Depth = 10, int HeaderLines = 1_000, int HeaderBytes = 256 << 10, int LineBytes = 64 << 10, int Parameters = 64);
