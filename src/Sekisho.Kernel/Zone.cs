namespace Sekisho.Kernel;

/// <summary>A network zone by its neutral code (Z_MYNO, Z_LGWAN, Z_INET …). The city's own name for it is pack data.</summary>
public readonly record struct Zone
{
    public static readonly Zone MyNumber = new("Z_MYNO"), Lgwan = new("Z_LGWAN"), Internet = new("Z_INET");

    /// <exception cref="ArgumentException">The code does not start with Z_ or has a character other than A–Z, 0–9, _.</exception>
    public Zone(string code)
    {
        if (code is not { Length: > 2 } || !code.StartsWith("Z_", StringComparison.Ordinal)
            || code.Any(c => !char.IsAsciiLetterUpper(c) && !char.IsAsciiDigit(c) && c != '_'))
            throw new ArgumentException($"'{code}' is not a zone code.", nameof(code));
        Code = code;
    }

    public string Code { get; }
    public override string ToString() => Code;
}
