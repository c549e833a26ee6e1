namespace Sekisho.Mime;

/// <summary>
/// One mailbox. The address is strict ASCII: a dot-atom local part (at most 64 characters) and a domain of letters, digits, hyphens and dots
/// (at most 255). Quoted local parts, routes, literals and SMTPUTF8 addresses have no instance (matrix SM-15).
/// </summary>
public sealed record MailAddress
{
    private const string AtomExtra = "!#$%&'*+-/=?^_`{|}~";
    private MailAddress(string? name, string local, string domain) => (DisplayName, LocalPart, Domain) = (name, local, domain);

    /// <summary>Any text without control characters, or null.</summary>
    public string? DisplayName { get; }
    public string LocalPart { get; }
    /// <summary>Lower case.</summary>
    public string Domain { get; }
    public string Address => LocalPart + "@" + Domain;

    /// <summary>Null when the address has another form.</summary>
    public static MailAddress? Parse(string address, string? displayName = null)
    {
        var at = address.LastIndexOf('@');
        if (at is < 1 or > 64 || at == address.Length - 1) return null;
        var (local, domain) = (address[..at], address[(at + 1)..].ToLowerInvariant());
        if (!IsDotAtom(local) || !IsDomain(domain)) return null;
        var name = displayName is null ? null : HeaderText.OneLine(displayName, 200);
        return new(string.IsNullOrEmpty(name) ? null : name, local, domain);
    }

    public static bool IsDomain(string text) => text.Length is > 0 and <= 255 && text.Split('.').All(IsLabel);
    public override string ToString() => DisplayName is null ? Address : DisplayName + " <" + Address + ">";

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= 63 && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && label[0] != '-' && label[^1] != '-';
    internal static bool IsDotAtom(string text) =>
        text.Length > 0 && text.Split('.').All(a => a.Length > 0 && a.All(c => char.IsAsciiLetterOrDigit(c) || AtomExtra.Contains(c, StringComparison.Ordinal)));
}
