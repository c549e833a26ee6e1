using System.Text.RegularExpressions;

namespace Sekisho.Journeys.Support;

/// <summary>Where a walk through the pages has been: the approved routes nobody has opened yet, and what each opened page was built of. Several may walk at once.</summary>
internal sealed partial class Walk
{
    // Pages before signing in, answers that are no pages, and the one that ends the session.
    private static readonly string[] Elsewhere = ["/healthz", "/metrics", "/static/{**name}", "/conformity/oscal/{file}", "/language", "/role", "/setup", "/signin", "/signin/password", "/signin/second-factor", "/signout"];
    // Demonstration accounts with one role, and its column of the approved matrix.
    private static readonly (string Account, string Column)[] Columns =
        [("情報推進課", "sys-admin"), ("課長", "sect-head"), ("最高情報", "ciso"), ("監査", "auditor"), ("職員", "staff"), ("担当", "sect-operator"), ("市長", "mayor"), ("管理者", "admin")];
    private readonly Dictionary<string, Regex> routes;
    private readonly HashSet<string> refused = new(StringComparer.Ordinal);
    private readonly HashSet<string> left;
    private readonly HashSet<(string Route, long Part)> parts = [];

    /// <summary>All approved routes a GET answers are to be opened, but those which are there only after somebody's act.</summary>
    public Walk(IEnumerable<string> byAct)
    {
        var lines = File.ReadLines(Path.Combine(Checkout.Root, "tests", "Sekisho.Tests", "approved", "routes.tsv")).Select(l => l.Split('\t')).ToList();
        var gets = lines.Where(c => c[0] == "GET").ToDictionary(c => c[1], StringComparer.Ordinal);
        routes = gets.Keys.Except(Elsewhere).Where(r => !IsFile(r)).ToDictionary(r => r, Pattern, StringComparer.Ordinal);
        foreach (var (account, column) in Columns)
            refused.UnionWith(gets.Where(g => g.Value[Array.IndexOf(lines[0], column)] == "403").Select(g => account + " " + g.Key));
        left = [.. routes.Keys.Except(byAct)];
    }

    private readonly Lock one = new();
    private readonly List<string> faults = [];

    public IReadOnlyList<string> Faults => faults;
    public IEnumerable<string> Left => left;

    /// <summary>The approved answer says that this role may not open the page a link shows it.</summary>
    public bool Refuses(string role, string path) => Columns.Any(c => role.StartsWith(c.Account, StringComparison.Ordinal) && refused.Contains(c.Account + " " + RouteOf(path)));

    /// <summary>The path belongs to a route nobody has opened.</summary>
    public bool IsNew(string path) { lock (one) return left.Contains(RouteOf(path)); }

    public void Fault(string fault) { lock (one) faults.Add(fault); }

    /// <summary>Notes the opened page; true when something on it has not stood on a page of its route before.</summary>
    public bool Enter(string path, IEnumerable<long> built)
    {
        var route = RouteOf(path);
        lock (one)
        {
            left.Remove(route);
            return built.Count(part => parts.Add((route, part))) > 0;
        }
    }

    /// <summary>The approved route a path belongs to; empty for what is no page.</summary>
    // What is more exact comes first: /policy/new is not the policy called "new".
    public string RouteOf(string path) => routes.Where(r => r.Value.IsMatch(path)).Select(r => r.Key).OrderBy(r => r.Count(c => c == '{')).ThenByDescending(r => r.Length).FirstOrDefault() ?? "";

    private static bool IsFile(string route) => route[(route.LastIndexOf('/') + 1)..].Contains('.', StringComparison.Ordinal);

    private static Regex Pattern(string route) =>
        new("^" + Place().Replace(Regex.Escape(route).Replace("\\*", "*", StringComparison.Ordinal), m => m.Value.Contains('*', StringComparison.Ordinal) ? ".+" : "[^/?]+") + "(\\?.*)?$", RegexOptions.NonBacktracking);

    [GeneratedRegex(@"\\\{[^}]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Place();
}
