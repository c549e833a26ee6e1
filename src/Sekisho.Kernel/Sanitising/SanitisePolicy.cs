namespace Sekisho.Kernel.Sanitising;

/// <summary>
/// The choices of an installation by direction, format and class of senders (matrix §16). Read whole from one file by the executable; the command line and the gateway ask the same object.
/// </summary>
/// <param name="Version">Stands in reports and facts beside the engine's version (law E5).</param>
/// <param name="Senders">Class to addresses ("a@example.jp") and domains ("example.jp", with everything below it), lower case.</param>
/// <param name="Rules">In the order of the file: a later rule speaks over an earlier one.</param>
public sealed record SanitisePolicy(string Version, IReadOnlyDictionary<string, IReadOnlyList<string>> Senders, IReadOnlyList<SanitiseRule> Rules)
{
    /// <summary>The class of senders that are in no class.</summary>
    public const string Others = "others";
    /// <summary>The worker's option that carries the choices.</summary>
    public const string Option = "policy";
    public const string DefaultVersion = "default-1";

    /// <summary>Every choice as the product has it.</summary>
    public static SanitisePolicy Default { get; } = new(DefaultVersion, new Dictionary<string, IReadOnlyList<string>>(), []);

    /// <summary>The class of an envelope sender; an address without @ (a bounce) is among the others.</summary>
    public string ClassOf(string sender)
    {
        var address = sender.Trim().ToLowerInvariant();
        var domain = address[(address.LastIndexOf('@') + 1)..];
        foreach (var (name, members) in Senders)
            if (domain.Length < address.Length && members.Any(m => m.Contains('@', StringComparison.Ordinal) ? m == address : domain == m || domain.EndsWith("." + m, StringComparison.Ordinal))) return name;
        return Others;
    }

    /// <summary>The choices for one item as the worker's option: "version=…;links=…;pdf.levels=raster,text". A choice for all formats speaks over earlier ones for one.</summary>
    /// <param name="from">Zone it comes from; null when nothing is known of it.</param>
    /// <param name="to">Zone it goes to.</param>
    /// <param name="sender">Envelope sender; null for a file nobody sent.</param>
    public string For(string? from, string? to, string? sender)
    {
        var group = sender is null ? null : ClassOf(sender);
        var made = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var rule in Rules.Where(r => Fits(r.From, from) && Fits(r.To, to) && Fits(r.Sender, group)))
            foreach (var (key, word) in rule.Choices.OrderBy(c => c.Key.Contains('.', StringComparison.Ordinal)))
            {
                if (!key.Contains('.', StringComparison.Ordinal))
                    foreach (var narrower in made.Keys.Where(k => k.EndsWith("." + key, StringComparison.Ordinal)).ToList()) made.Remove(narrower);
                made[key] = word;
            }
        return string.Join(';', made.Select(c => c.Key + "=" + c.Value).Prepend("version=" + Version));
    }

    private static bool Fits(string? asked, string? given) => asked is null || string.Equals(asked, given, StringComparison.Ordinal);
}
