using System.Globalization;
using System.Text.Json;
using Sekisho.Kernel;

namespace Sekisho.PolicyText.Exchange;

/// <summary>
/// The clauses as an OSCAL 1.2.1 catalog (JSON): articles are controls, chapters are groups, everything else is a group of its own class. Ids are the
/// paths with "." for "/"; the printed order stands in the property sort-id, because the format keeps groups and controls apart.
/// </summary>
public static class OscalWriter
{
    public const string Version = "1.2.1";
    internal const string Loose = "loose";
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="policy">The clauses.</param>
    /// <param name="at">When it is written: the format wants the time of the last change.</param>
    public static byte[] Write(ParsedPolicy policy, DateTimeOffset at)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteStartObject("catalog");
            json.WriteString("uuid", Uuid(ClauseTsv.Write(policy)));
            json.WriteStartObject("metadata");
            json.WriteString("title", policy.Title.Length > 0 ? policy.Title : "Policy");
            json.WriteString("last-modified", at.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
            json.WriteString("version", policy.All.FirstOrDefault(c => c.Level == ClauseLevel.Meta)?.Text ?? "1");
            json.WriteString("oscal-version", Version);
            json.WriteEndObject();
            Members(json, policy.Roots, "top");
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }

    /// <summary>A name-based identity (RFC 9562 version 5 in form, over SHA-256): the same name gives the same one.</summary>
    public static string Uuid(string name)
    {
        var hex = Digest.OfText(name).Hex;
        return $"{hex[..8]}-{hex[8..12]}-5{hex[13..16]}-8{hex[17..20]}-{hex[20..32]}";
    }

    /// <summary>Groups and controls of one parent; a group may not hold both, so articles beside chapters stand in a group of their own.</summary>
    private static void Members(Utf8JsonWriter json, IReadOnlyList<Clause> clauses, string home)
    {
        var order = clauses.Select((c, i) => (Clause: c, Sort: (i + 1).ToString("D5", CultureInfo.InvariantCulture))).ToList();
        var (controls, groups) = (order.Where(c => c.Clause.Level == ClauseLevel.Article).ToList(), order.Where(c => c.Clause.Level != ClauseLevel.Article).ToList());
        var apart = home != "top" && controls.Count > 0 && groups.Count > 0;
        if (groups.Count > 0 || apart)
        {
            json.WriteStartArray("groups");
            foreach (var (clause, sort) in groups) Group(json, clause, sort);
            if (apart) foreach (var (clause, sort) in controls) Alone(json, clause, sort, home);
            json.WriteEndArray();
        }
        if (controls.Count == 0 || apart) return;
        json.WriteStartArray("controls");
        foreach (var (clause, sort) in controls) Control(json, clause, sort);
        json.WriteEndArray();
    }

    private static void Alone(Utf8JsonWriter json, Clause clause, string sort, string home)
    {
        json.WriteStartObject();
        json.WriteString("id", home + "." + Loose + sort);
        json.WriteString("class", Loose);
        json.WriteString("title", Title(clause));
        json.WriteStartArray("props");
        Property(json, "sort-id", sort);
        json.WriteEndArray();
        json.WriteStartArray("controls");
        Control(json, clause, sort);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Group(Utf8JsonWriter json, Clause clause, string sort)
    {
        json.WriteStartObject();
        Head(json, clause, sort);
        if (Review.ReviewLevels.IsChapter(clause.Level))
        {
            var parts = clause.Children.Where(c => c.Level is not ClauseLevel.Article && !Review.ReviewLevels.IsChapter(c.Level)).ToList();
            Parts(json, parts);
            Members(json, [.. clause.Children.Except(parts)], Id(clause));
        }
        else
        {
            Statement(json, clause, [.. clause.Children.Where(c => c.Level != ClauseLevel.Article)]);
            Members(json, [.. clause.Children.Where(c => c.Level == ClauseLevel.Article)], Id(clause));
        }
        json.WriteEndObject();
    }

    private static void Control(Utf8JsonWriter json, Clause clause, string sort)
    {
        json.WriteStartObject();
        Head(json, clause, sort);
        Statement(json, clause, clause.Children);
        json.WriteEndObject();
    }

    private static void Head(Utf8JsonWriter json, Clause clause, string sort)
    {
        json.WriteString("id", Id(clause));
        json.WriteString("class", clause.Level.Code());
        json.WriteString("title", Title(clause));
        json.WriteStartArray("props");
        Property(json, "label", clause.PrintedLabel);
        Property(json, "sort-id", sort);
        if (clause.Caption.Length == 0) Property(json, "title-is-label", "yes");
        json.WriteEndArray();
    }

    private static void Statement(Utf8JsonWriter json, Clause clause, IReadOnlyList<Clause> below)
    {
        if (clause.Text.Length == 0 && below.Count == 0) return;
        json.WriteStartArray("parts");
        json.WriteStartObject();
        json.WriteString("id", Id(clause) + "_smt");
        json.WriteString("name", "statement");
        if (clause.Text.Length > 0) json.WriteString("prose", clause.Text);
        Parts(json, below);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Parts(Utf8JsonWriter json, IReadOnlyList<Clause> clauses)
    {
        if (clauses.Count == 0) return;
        json.WriteStartArray("parts");
        foreach (var clause in clauses)
        {
            json.WriteStartObject();
            json.WriteString("id", Id(clause));
            json.WriteString("name", "item");
            json.WriteString("class", clause.Level.Code());
            if (clause.Caption.Length > 0) json.WriteString("title", clause.Caption);
            if (clause.PrintedLabel.Length > 0)
            {
                json.WriteStartArray("props");
                Property(json, "label", clause.PrintedLabel);
                json.WriteEndArray();
            }
            if (clause.Text.Length > 0) json.WriteString("prose", clause.Text);
            Parts(json, clause.Children);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>Property values begin and end with a character and have no line end.</summary>
    private static void Property(Utf8JsonWriter json, string name, string value)
    {
        var clean = value.ReplaceLineEndings(" ").Trim();
        if (clean.Length == 0) return;
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("value", clean);
        json.WriteEndObject();
    }

    private static string Id(Clause clause) => clause.Path.ToString().Replace('/', '.');
    private static string Title(Clause clause) => new[] { clause.Caption, clause.PrintedLabel, Id(clause) }.First(t => t.Trim().Length > 0);
}
