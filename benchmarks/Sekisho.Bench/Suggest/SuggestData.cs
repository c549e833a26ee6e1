using Sekisho.Bench.Support;
using Sekisho.Conformity.Packs;
using Sekisho.Conformity.Suggesting;
using Sekisho.Kernel;
using Sekisho.Policy.Packs;
using Sekisho.Policy.Suggesting;
using Sekisho.PolicyText;
using Sekisho.PolicyText.Reading;

namespace Sekisho.Bench.Suggest;

/// <summary>The five cities' texts and rows from the folder beside the repository, and the packs of the repository.</summary>
internal sealed class SuggestData
{
    private static readonly (string Code, string Seed)[] Seeds = [("MTK", "mitaka"), ("TCG", "tochigi"), ("MIT", "mito"), ("NBR", "nabari"), ("KTG", "katagami")];

    private SuggestData(IReadOnlyList<CityText> cities, IReadOnlyList<Pack> packs, ControlCatalogue catalogue, IReadOnlyList<KnownSentence> shipped) =>
        (Cities, Packs, Catalogue, Shipped) = (cities, packs, catalogue, shipped);

    public IReadOnlyList<CityText> Cities { get; }
    public IReadOnlyList<Pack> Packs { get; }
    public ControlCatalogue Catalogue { get; }
    /// <summary>The sentences of texts that come with a pack.</summary>
    public IReadOnlyList<KnownSentence> Shipped { get; }

    public static string Shared => Path.Combine(Path.GetDirectoryName(Results.Repository())!, "shared");

    public static SuggestData Read()
    {
        var folder = new PackFolder(Path.Combine(Results.Repository(), "content", "packs"));
        var catalogue = folder.Catalogue().Value;
        var packs = folder.Codes.Select(c => PackFolder.Open(folder.Content(c).Value, catalogue).Value).ToList();
        var shipped = packs.Where(p => folder.ShippedText(p) is not null)
            .SelectMany(p => KnownSentences.Sentences(PolicyParser.Parse(System.Text.Encoding.UTF8.GetString(folder.ShippedText(p)!)), p)).ToList();
        var rows = Tsv("obligations.tsv").ToDictionary(r => r["row_id"], StringComparer.Ordinal);
        var coverage = Tsv("coverage.tsv").ToDictionary(r => (r["muni_code"], r["path"], r["sentence"]), r => r["row_ids"].Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries));
        return new SuggestData([.. Seeds.Select(s => City(s.Code, s.Seed, packs, rows, coverage))], packs, catalogue, shipped);
    }

    private static CityText City(string code, string seed, List<Pack> packs, Dictionary<string, Dictionary<string, string>> rows, Dictionary<(string, string, string), string[]> coverage)
    {
        var text = PolicyParser.Parse(File.ReadAllText(Path.Combine(Shared, "seeds", seed + ".txt")));
        var sentences = SentenceReader.Read(text).Select(s =>
        {
            var own = coverage[(code, s.Path.ToString(), "s" + s.Number)].Select(id => rows[id]).ToList();
            return new TruthSentence(s, KnownSentences.Place(s), [.. own.SelectMany(r => r["control_ids"].Split(',')).Distinct()],
                own.Select(r => r["strength"]).ToHashSet(), own.Select(r => r["role_code"]).ToHashSet());
        });
        return new CityText(code, packs.First(p => p.Code == code).City, text, [.. sentences]);
    }

    /// <summary>What is known when these cities are not.</summary>
    /// <param name="without">Codes left out, texts and packs.</param>
    /// <param name="texts">False: only what the repository holds (packs' words, shipped texts).</param>
    /// <param name="shipped">False: the demonstration city's own text and pack are left out too.</param>
    public SuggestionModel Model(IReadOnlyCollection<string> without, bool texts, bool shipped = true)
    {
        var known = new List<KnownSentence>(shipped ? Shipped : []);
        foreach (var pack in Packs.Where(p => !without.Contains(p.Code) && (shipped || Seeds.Any(s => s.Code == p.Code)))) known.AddRange(KnownSentences.Phrases(pack));
        if (texts) known.AddRange(Cities.Where(c => !without.Contains(c.Code)).SelectMany(c => c.Sentences.Select(s => new KnownSentence(s.Place, c.City + " " + ClauseNames.Of(c.Text, s.Read.Path), s.Controls))));
        return new SuggestionModel(known, Catalogue.Controls);
    }

    private static List<Dictionary<string, string>> Tsv(string name)
    {
        var lines = File.ReadAllLines(Path.Combine(Shared, "packs", name));
        var names = lines[0].Split('\t');
        return [.. lines.Skip(1).Where(l => l.Length > 0).Select(l => l.Split('\t')).Select(cells => names.Zip(cells).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal))];
    }
}
