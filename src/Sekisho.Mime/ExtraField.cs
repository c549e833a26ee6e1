namespace Sekisho.Mime;

/// <summary>One of the few further fields a message may carry, with a one-line value.</summary>
public sealed record ExtraField
{
    private static readonly string[] Allowed =
        ["Content-Language", "Importance", "X-Priority", "List-Id", "Auto-Submitted", "X-Sekisho-Record", "Authentication-Results"];

    /// <exception cref="ArgumentException">The name is not on the allow list.</exception>
    public ExtraField(string name, string value)
    {
        Name = Allowed.FirstOrDefault(a => string.Equals(a, name, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException("This field is not written.", nameof(name));
        Value = HeaderText.OneLine(value, 500);
    }

    public string Name { get; }
    public string Value { get; }
}
