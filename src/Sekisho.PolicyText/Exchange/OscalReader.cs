using System.Text.Json;
using Sekisho.Kernel;
using Sekisho.Kernel.Clauses;

namespace Sekisho.PolicyText.Exchange;

/// <summary>
/// An OSCAL catalog (1.x, JSON): groups become chapters, controls articles, their parts 項 and 号. A catalog this product wrote keeps its levels and
/// paths, which stand in classes and ids.
/// </summary>
public static class OscalReader
{
    private const int Deepest = 40;

    public static Result<ParsedPolicy> Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = Deepest });
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("catalog", out var catalog) || catalog.ValueKind != JsonValueKind.Object) return NoCatalog;
            return new ParsedPolicy(new Reading().Catalog(catalog));
        }
        catch (JsonException)
        {
            return NoCatalog;
        }
        catch (InvalidOperationException)
        {
            return NoCatalog; // a value of another kind than the format has at that place
        }
    }

    private static Refusal NoCatalog { get; } = new("policy.source.oscal", "OSCALのカタログとして読めません。", "OSCAL 1.xのcatalog(JSON)を選ぶか、文字の文書にしてから選んでください。");

    private sealed class Reading
    {
        private readonly PathMaker paths = new();
        private int articles;

        public List<Clause> Catalog(JsonElement catalog)
        {
            var clauses = Members(catalog, null);
            if (clauses.TrueForAll(c => c.Level != ClauseLevel.Title) && catalog.TryGetProperty("metadata", out var metadata) && Text(metadata, "title") is { Length: > 0 } title)
                clauses.Insert(0, new Clause(paths.Next(null, ClauseSegmentKind.Title), ClauseLevel.Title, "", "", title, []));
            return clauses;
        }

        private List<Clause> Members(JsonElement parent, ClauseRef? home)
        {
            var members = List(parent, "groups").Select(g => (Element: g, IsGroup: true)).Concat(List(parent, "controls").Select(c => (Element: c, IsGroup: false))).ToList();
            if (members.TrueForAll(m => Property(m.Element, "sort-id").Length > 0)) members = [.. members.OrderBy(m => Property(m.Element, "sort-id"), StringComparer.Ordinal)];
            return [.. members.SelectMany(m => m.IsGroup ? Group(m.Element, home) : Control(m.Element))];
        }

        private List<Clause> Group(JsonElement group, ClauseRef? home)
        {
            var level = ClauseLevels.Find(Text(group, "class"));
            if (Text(group, "class") == OscalWriter.Loose) return Members(group, home);
            if (level is null or ClauseLevel.Part or ClauseLevel.Chapter or ClauseLevel.Section or ClauseLevel.Subsection)
            {
                var path = Path(group, home, home is null ? ClauseSegmentKind.Chap : ClauseSegmentKind.Sect, "1");
                var parts = List(group, "parts").Select(p => Part(p, path)).ToList();
                return [new Clause(path, level ?? (home is null ? ClauseLevel.Chapter : ClauseLevel.Section), Property(group, "label"), Caption(group), "", [.. parts, .. Members(group, path)])];
            }
            return [Whole(group, level.Value, home)];
        }

        /// <summary>A group that is one clause with parts below it: a 附則, a table, the title.</summary>
        private Clause Whole(JsonElement group, ClauseLevel level, ClauseRef? home)
        {
            var path = Path(group, home, Review.ReviewLevels.Kind(level), "1");
            var parts = List(group, "parts").ToList();
            var own = parts.Find(p => Text(p, "name") == "statement");
            var text = own.ValueKind == JsonValueKind.Object ? Text(own, "prose") : "";
            var below = own.ValueKind == JsonValueKind.Object ? List(own, "parts").ToList() : parts;
            return new Clause(path, level, Property(group, "label"), Caption(group), text, [.. below.Select(p => Part(p, path)), .. Members(group, path)]);
        }

        private List<Clause> Control(JsonElement control)
        {
            articles++;
            var path = Path(control, null, ClauseSegmentKind.Art, articles.ToString(System.Globalization.CultureInfo.InvariantCulture));
            var parts = List(control, "parts").ToList();
            var statement = parts.Find(p => Text(p, "name") == "statement");
            var hasStatement = statement.ValueKind == JsonValueKind.Object;
            var below = (hasStatement ? List(statement, "parts") : []).Concat(parts.Where(p => Text(p, "name") is "guidance" or "item")).Select(p => Part(p, path)).ToList();
            var article = new Clause(path, ClauseLevel.Article, Property(control, "label"), Caption(control), hasStatement ? Prose(control, statement) : "", below);
            return [article, .. List(control, "controls").SelectMany(Control)];
        }

        private Clause Part(JsonElement part, ClauseRef home)
        {
            var level = ClauseLevels.Find(Text(part, "class")) ?? (home.Segments[^1].Kind is ClauseSegmentKind.Item or ClauseSegmentKind.Sub ? ClauseLevel.Subitem : ClauseLevel.Item);
            var path = Path(part, home, Review.ReviewLevels.Kind(level), "1");
            return new Clause(path, level, Property(part, "label"), Text(part, "title"), Prose(part, part), [.. List(part, "parts").Select(p => Part(p, path))]);
        }

        /// <summary>The path written as the id by us; else the next of its kind.</summary>
        private ClauseRef Path(JsonElement element, ClauseRef? home, ClauseSegmentKind kind, string number)
        {
            if (ClauseRef.Parse(Text(element, "id").Replace('.', '/')) is { } own && own.Segments[^1].Kind == kind && paths.TryTake(own)) return own;
            return paths.Next(home, kind, number);
        }

        /// <summary>Titles are needed by the format; one that only repeats the label is no heading.</summary>
        private static string Caption(JsonElement element) => Property(element, "title-is-label").Length > 0 ? "" : Text(element, "title");

        /// <summary>A place for a value is shown by the value's own name.</summary>
        private static string Prose(JsonElement control, JsonElement part)
        {
            var prose = Text(part, "prose");
            foreach (var parameter in List(control, "params")) prose = prose.Replace("{{ insert: param, " + Text(parameter, "id") + " }}", "［" + Text(parameter, "label") + "］", StringComparison.Ordinal);
            return prose;
        }

        private static IEnumerable<JsonElement> List(JsonElement parent, string name) =>
            parent.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.Object) : [];

        private static string Property(JsonElement element, string name) => List(element, "props").Where(p => Text(p, "name") == name).Select(p => Text(p, "value")).FirstOrDefault("");

        private static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()!.Trim() : "";
    }
}
