using System.Globalization;
using Sekisho.Commands.Worker;
using Sekisho.Conformity.Packs;
using Sekisho.Conformity.Yaml;
using Sekisho.Kernel;
using Sekisho.Kernel.Sanitising;

namespace Sekisho.Commands;

/// <summary>The policy file of the command line and the gateway (YAML, of which JSON is a part; docs/sanitise-policy.md). Checked whole; every fault is told at once, with file and line.</summary>
internal static class SanitisePolicyFile
{
    internal static Result<SanitisePolicy> Read(string path, string text)
    {
        var problems = new List<PackProblem>();
        var policy = YamlText.Open(new PackFile(path, text), problems) is { } root ? Whole(root) : SanitisePolicy.Default;
        return problems.Count == 0 ? policy : Result<SanitisePolicy>.Refused([.. problems.OrderBy(p => p.Line).Select(p => new Refusal("usage.policy", p.ToString(), "方針のファイルのその行を直してください(docs/sanitise-policy.md)。"))]);
    }

    private static SanitisePolicy Whole(YamlMap root)
    {
        var version = root.OptionalText("version") ?? SanitisePolicy.DefaultVersion;
        if (version.Length > 60 || !version.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-')) root.Problem("version", "「version」は英数字と . _ - で60字までです。");
        var senders = Senders(root);
        List<SanitiseRule> rules = [new(null, null, null, Choices(root))];
        foreach (var rule in root.Maps("rules")) rules.Add(Rule(rule, senders));
        root.Done();
        return new(version, senders, rules);
    }

    private static Dictionary<string, IReadOnlyList<string>> Senders(YamlMap root)
    {
        var senders = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (root.Map("senders") is not { } map) return senders;
        foreach (var name in map.Keys.ToList())
        {
            if (name is SanitisePolicy.Others || name.Length is 0 or > 40) map.Problem(name, $"差出人の区分に「{name}」という名は使えません。");
            var members = map.Texts(name);
            foreach (var member in members.Where(m => m.Length == 0 || m.Any(c => char.IsWhiteSpace(c) || c is ';' or '*') || m.Count(c => c == '@') > 1 || m.StartsWith('@') || !m[(m.IndexOf('@', StringComparison.Ordinal) + 1)..].Contains('.', StringComparison.Ordinal)))
                map.Problem(name, $"「{member}」はアドレスでもドメインでもありません。");
            senders[name] = [.. members.Select(m => m.ToLowerInvariant())];
        }
        return senders;
    }

    private static SanitiseRule Rule(YamlMap rule, Dictionary<string, IReadOnlyList<string>> senders)
    {
        var sender = rule.OptionalText("sender");
        if (sender is not null and not SanitisePolicy.Others && !senders.ContainsKey(sender)) rule.Problem("sender", $"差出人の区分「{sender}」が senders にありません。");
        var made = new SanitiseRule(Zone(rule, "from"), Zone(rule, "to"), sender, Choices(rule));
        rule.Done();
        return made;
    }

    private static string? Zone(YamlMap rule, string key)
    {
        if (rule.OptionalText(key) is not { } code) return null;
        if (code.Length < 3 || !code.StartsWith("Z_", StringComparison.Ordinal) || !code.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_')) rule.Problem(key, $"「{code}」は区分の記号(Z_INET など)ではありません。");
        return code;
    }

    private static SortedDictionary<string, string> Choices(YamlMap map)
    {
        var choices = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Documents(map, "", choices);
        foreach (var (key, words) in SanitiseChoices.General) One(map, key, words, "", choices);
        Limits(map, choices);
        if (map.Map("formats") is not { } formats) return choices;
        foreach (var format in SanitiseChoices.Formats)
            if (formats.Map(format) is { } own)
            {
                Documents(own, format + ".", choices);
                own.Done();
            }
        formats.Done();
        return choices;
    }

    private static void Limits(YamlMap map, SortedDictionary<string, string> choices)
    {
        if (map.Map("limits") is not { } limits) return;
        foreach (var name in LimitOptions.Names.Where(limits.Has))
            if (LimitOptions.Number(name, limits.Scalar(name)) is { } n) choices[LimitOptions.Prefix + name] = n.ToString(CultureInfo.InvariantCulture);
            else limits.Problem(name, string.Create(CultureInfo.InvariantCulture, $"「{name}」は1から{LimitOptions.Ceiling(name)}までの整数です。"));
        limits.Done();
    }

    private static void Documents(YamlMap map, string prefix, SortedDictionary<string, string> choices)
    {
        foreach (var (key, words) in SanitiseChoices.OfDocuments) One(map, key, words, prefix, choices);
        if (!map.Has(SanitiseChoices.Levels)) return;
        var levels = map.Texts(SanitiseChoices.Levels);
        var places = levels.Select(l => SanitiseChoices.Steps.ToList().IndexOf(l)).ToList();
        var isLadder = levels.Count > 0 && places.All(p => p >= 0) && places.Zip(places.Skip(1)).All(p => p.First < p.Second);
        if (!isLadder && levels is not [SanitiseChoices.Block])
            map.Problem(SanitiseChoices.Levels, $"「levels」は {string.Join("・", SanitiseChoices.Steps)} からこの順に1つ以上、又は {SanitiseChoices.Block} だけです。");
        choices[prefix + SanitiseChoices.Levels] = string.Join(',', levels);
    }

    private static void One(YamlMap map, string key, string[] words, string prefix, SortedDictionary<string, string> choices)
    {
        if (!map.Has(key)) return;
        if (map.Scalar(key) is { } word && words.Contains(word, StringComparer.Ordinal)) choices[prefix + key] = word;
        else map.Problem(key, string.Create(CultureInfo.InvariantCulture, $"「{key}」は {string.Join("・", words)} のどれかです。"));
    }
}
