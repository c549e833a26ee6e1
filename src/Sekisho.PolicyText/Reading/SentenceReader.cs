using System.Text.RegularExpressions;
using Sekisho.Kernel.Clauses;

namespace Sekisho.PolicyText.Reading;

/// <summary>Reads every sentence of a text for part, strength, bearer, cadence, trigger and zones. By general words only; a person confirms what is read.</summary>
public static partial class SentenceReader
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    [GeneratedRegex("(?:定期的?に?|随時|常時|常に|継続的に|絶えず|適宜|毎(?:年度?|月|週|日)|必要に応じて?|速やかに|直ちに|あらかじめ|[0-9０-９]+(?:年|か月|箇月|月|週|日|時間)(?:に[0-9０-９一]+[回度]|以内|ごと))", Options)]
    private static partial Regex CadenceWords();
    [GeneratedRegex("[^、。]{2,30}(?:場合|ときは|とき、|際は|際には|際に、|に際して|に当たって)", Options)]
    private static partial Regex TriggerWords();
    [GeneratedRegex("マイナンバー|個人番号", Options)]
    private static partial Regex Myno();
    [GeneratedRegex("LGWAN|ＬＧＷＡＮ|総合行政ネットワーク", Options)]
    private static partial Regex Lgwan();
    [GeneratedRegex("インターネット", Options)]
    private static partial Regex Internet();

    /// <summary>In printed order; every sentence of every clause is there once.</summary>
    public static IReadOnlyList<ReadSentence> Read(ParsedPolicy policy)
    {
        var read = new List<ReadSentence>();
        foreach (var clause in policy.All)
        {
            var captions = Above(policy, clause.Path).Select(c => c.Caption).Where(c => c.Length > 0).ToList();
            var article = captions.Count > 0 ? captions[^1] : "";
            var part = PartOf(policy, clause, article);
            var bearer = "";
            for (var i = 0; i < clause.Sentences.Count; i++)
            {
                var text = clause.Sentences[i];
                var own = BearerReader.Read(text);
                if (own.Length > 0) bearer = own;
                var strength = StrengthReader.Read(text, part, clause.Level, () => Leading(policy, clause));
                read.Add(new ReadSentence(clause.Path, i + 1, text, captions.Count > 1 ? captions[0] : "", article, part, strength, bearer, own.Length == 0 && bearer.Length > 0,
                    First(CadenceWords(), text), First(TriggerWords(), text), Zones(text)));
            }
        }
        return read;
    }

    /// <summary>The clause and those around it, the innermost first.</summary>
    private static IEnumerable<Clause> Above(ParsedPolicy policy, ClauseRef path)
    {
        for (ClauseRef? at = path; at is { } place; at = place.Parent)
            if (policy.Find(place) is { } clause) yield return clause;
    }

    /// <summary>The text a list stands below; empty at the top.</summary>
    private static string Leading(ParsedPolicy policy, Clause clause) => Above(policy, clause.Path).Skip(1).Select(c => c.Text).FirstOrDefault(t => t.Length > 0) ?? "";

    private static string PartOf(ParsedPolicy policy, Clause clause, string article)
    {
        if (clause.Level is ClauseLevel.Title or ClauseLevel.Meta or ClauseLevel.Body or ClauseLevel.Toc or ClauseLevel.TocEntry) return "front";
        var top = clause.Path.Segments[0].Kind;
        if (clause.Level == ClauseLevel.Amending || top == ClauseSegmentKind.Suppl) return "history";
        if (clause.Level is ClauseLevel.Table or ClauseLevel.TableRow) return "table";
        if (top == ClauseSegmentKind.Pre) return "purpose";
        if (top == ClauseSegmentKind.Intro) return "intro";
        if (DefinedTerms.IsDefinitions(article)) return "definitions";
        if (Has(article, "目的") || Has(article, "趣旨")) return "purpose";
        if (Has(article, "脅威") && policy.Find(clause.Path) is not null) return "threats";
        return Has(article, "範囲") || Has(article, "適用") || Has(article, "対象") ? "scope" : "duties";
    }

    private static IReadOnlyList<string> Zones(string text)
    {
        var zones = new List<string>();
        if (Myno().IsMatch(text)) zones.Add("Z_MYNO");
        if (Lgwan().IsMatch(text)) zones.Add("Z_LGWAN");
        if (Internet().IsMatch(text)) zones.Add("Z_INET");
        return zones;
    }

    private static string First(Regex words, string text) => words.Match(text) is { Success: true } match ? match.Value.Trim() : "";
    private static bool Has(string text, string word) => text.Contains(word, StringComparison.Ordinal);
}
