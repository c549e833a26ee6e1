using Sekisho.Conformity.Rules;
using Sekisho.Conformity.Yaml;
using Sekisho.Kernel;

namespace Sekisho.Conformity.Packs;

/// <summary>Reads a city's pack.yaml.</summary>
internal static class PackFileReader
{
    private static readonly (string Key, string Dimension)[] Dimensions = [("bodies", "body"), ("buildings", "building"), ("information", "information"), ("persons", "person"), ("assets", "asset"), ("enactors", "enactor")];

    public static Pack Read(YamlMap map, ControlCatalogue catalogue, Digest digest)
    {
        var code = map.Text("pack");
        if (code.Length is < 2 or > 8 || code.Any(c => !char.IsAsciiLetterUpper(c))) map.Problem("pack", "パックの記号は英大文字2〜8字です。");
        var pack = new Pack(code, map.OptionalText("city") ?? code, Document(map), Zones(map), RoleReader.Read(map), Scope(map), Routes(map), Terms(map),
            SettingsReader.Read(map), Parameters(map, catalogue), Obligations(map, code, catalogue), digest);
        map.Done();
        return pack;
    }

    private static PackDocument Document(YamlMap map)
    {
        if (map.Map("document") is not { } document)
        {
            map.Problem("document", "「document」がありません。");
            return new PackDocument("", "", null, null, null, []);
        }
        var history = document.Maps("history").Select(h =>
        {
            var entry = new PackHistory(h.Text("event"), h.Text("date"), h.OptionalText("number"));
            if (!IsDate(entry.Date)) h.Problem("date", $"日付「{entry.Date}」は 2026-04-01 の形で書きます(日が無ければ 2026-04)。");
            h.Done();
            return entry;
        }).ToList();
        var read = new PackDocument(document.Text("title"), document.Text("kind"), document.OptionalText("number"), document.OptionalText("supersedes"), document.OptionalText("text"), history) { IsStatutory = document.OptionalText("statutory_status") is not null };
        _ = (document.Find("self_names"), document.Find("enacting_bodies"));
        document.Done();
        return read;
    }

    private static bool IsDate(string text) =>
        DateOnly.TryParseExact(text, ["yyyy-MM-dd", "yyyy-MM", "yyyy"], System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out _);

    private static List<PackZone> Zones(YamlMap map) => [.. map.Maps("zones").Select(z =>
    {
        var zone = new PackZone(z.Text("code"), z.Text("local_name"), YamlPath.Optional(z));
        _ = (z.Find("examples"), z.Find("definition"));
        z.Done();
        return zone;
    })];

    private static List<ScopeEntry> Scope(YamlMap map)
    {
        var entries = new List<ScopeEntry>();
        if (map.Map("scope") is not { } scope) return entries;
        foreach (var (key, dimension) in Dimensions)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var classes = new HashSet<string>(StringComparer.Ordinal);
            foreach (var e in scope.Maps(key))
            {
                var entry = new ScopeEntry(dimension, e.Text("code"), e.Text("name"), e.Flag("in"), YamlPath.Optional(e), dimension == "person" ? Classes(e, classes) : []);
                if (!seen.Add(entry.Code)) e.Problem("code", $"「{entry.Code}」が二度書かれています。");
                e.Done();
                entries.Add(entry);
            }
        }
        scope.Done();
        return entries;
    }

    /// <summary>Which 人の区分 a word of the text means: none where nobody is recorded under such a class. One class answers to one word only.</summary>
    private static IReadOnlyList<string> Classes(YamlMap entry, HashSet<string> seen)
    {
        var classes = entry.Texts("classes");
        foreach (var one in classes)
        {
            if (!ScopeEntry.PersonClasses.Contains(one, StringComparer.Ordinal)) entry.Problem("classes", $"人の区分「{one}」はありません。");
            else if (!seen.Add(one)) entry.Problem("classes", $"人の区分「{one}」が二度書かれています。");
        }
        return classes;
    }

    private static List<PackRoute> Routes(YamlMap map) => [.. map.Maps("routes").Select(r =>
    {
        var route = new PackRoute(r.Text("from"), r.Text("to"), r.Text("kind"), YamlPath.Optional(r));
        if (route.Kind is not ("mail" or "file")) r.Problem("kind", $"経路の種類「{route.Kind}」は mail か file です。");
        r.Done();
        return route;
    })];

    private static Dictionary<string, string> Terms(YamlMap map)
    {
        var terms = new Dictionary<string, string>(StringComparer.Ordinal);
        if (map.Map("terms") is not { } all) return terms;
        foreach (var key in all.Keys.ToList()) terms[key] = all.Text(key);
        all.Done();
        return terms;
    }

    private static Dictionary<string, string> Parameters(YamlMap map, ControlCatalogue catalogue)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (map.Map("parameters") is not { } all) return values;
        foreach (var key in all.Keys.ToList())
        {
            var dot = key.IndexOf('.', StringComparison.Ordinal);
            var fallback = dot > 0 ? catalogue.Find(key[..dot])?.Parameters.GetValueOrDefault(key[(dot + 1)..]) : null;
            var value = all.Text(key);
            if (fallback is null) all.Problem(key, $"設定値「{key}」は一覧にありません(管理策.名前 で書きます)。");
            else if (!SameKind(fallback.Default, value)) all.Problem(key, $"設定値「{key}」は初期値 {fallback.Default} と同じ種類の値で書きます。");
            values[key] = value;
        }
        all.Done();
        return values;
    }

    internal static bool SameKind(string one, string other) =>
        (Span.Parse(one) is null) == (Span.Parse(other) is null) && (Quantity.Parse(one) is null) == (Quantity.Parse(other) is null) && one.EndsWith('%') == other.EndsWith('%');

    private static List<Obligation> Obligations(YamlMap map, string code, ControlCatalogue catalogue)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var found = new List<Obligation>();
        foreach (var entry in map.Maps("obligations"))
        {
            var obligation = ObligationReader.Read(entry, catalogue);
            if (!obligation.Id.StartsWith(code + "-", StringComparison.Ordinal)) entry.Problem("id", $"義務の番号は {code}- で始めます。");
            if (!seen.Add(obligation.Id)) entry.Problem("id", $"義務「{obligation.Id}」が二度書かれています。");
            found.Add(obligation);
        }
        // An empty list is said on purpose: a city that begins maps its text later. A missing one is a slip.
        if (found.Count == 0 && !map.IsEmptyList("obligations")) map.Problem("obligations", "義務が一つもありません。まだ無いときは obligations: [] と書きます。");
        return found;
    }
}
