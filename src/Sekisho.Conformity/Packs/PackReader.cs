using System.Text;
using Sekisho.Conformity.Rules;
using Sekisho.Conformity.Yaml;
using Sekisho.Kernel;

namespace Sekisho.Conformity.Packs;

/// <summary>
/// Packs from text. The caller reads the files; paths decide their meaning: …/controls.yaml, …/rules/ID.yaml, facts.pending, …/pack.yaml.
/// Reading finds every problem at once, with file and line; an unknown key is a problem.
/// </summary>
public static class PackReader
{
    /// <summary>The catalogue of controls with the rules that are built so far.</summary>
    public static PackReading<ControlCatalogue> ReadControls(IReadOnlyList<PackFile> files)
    {
        var problems = new List<PackProblem>();
        var controls = new List<Control>();
        foreach (var file in files.Where(f => IsNamed(f, "controls.yaml")).OrderBy(f => f.Path, StringComparer.Ordinal))
            if (YamlText.Open(file, problems) is { } map) controls.AddRange(ControlReader.Read(map));
        if (controls.Count == 0 && problems.Count == 0) problems.Add(new PackProblem("controls.yaml", 1, "管理策の一覧がありません。"));
        var known = controls.GroupBy(c => c.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        foreach (var file in files.Where(IsRule).OrderBy(f => f.Path, StringComparer.Ordinal))
            if (RuleReader.Read(file, problems) is { } rule) Attach(known, rule, file, problems);
        var pending = Pending(files, problems);
        var ordered = controls.Select(c => known[c.Id]).Distinct().ToList();
        return new PackReading<ControlCatalogue>(
            problems.Count == 0 ? new ControlCatalogue(ordered, pending, DigestOf(files.Where(f => !IsNamed(f, "pack.yaml")))) : null, problems);
    }

    /// <summary>One city's pack, checked against the catalogue.</summary>
    public static PackReading<Pack> ReadPack(PackFile file, ControlCatalogue catalogue)
    {
        var problems = new List<PackProblem>();
        var pack = YamlText.Open(file, problems) is { } map ? PackFileReader.Read(map, catalogue, DigestOf([file])) : null;
        return new PackReading<Pack>(problems.Count == 0 ? pack : null, problems);
    }

    /// <summary>Everything that is wrong in a folder of packs, ordered by file and line. Empty when all may be used.</summary>
    public static IReadOnlyList<PackProblem> Check(IReadOnlyList<PackFile> files)
    {
        var controls = ReadControls(files);
        var problems = new List<PackProblem>(controls.Problems);
        var packs = files.Where(f => IsNamed(f, "pack.yaml")).ToList();
        foreach (var file in packs)
        {
            if (controls.Value is { } catalogue) problems.AddRange(ReadPack(file, catalogue).Problems);
            else problems.AddRange(ReadPack(file, new ControlCatalogue([], new HashSet<string>(StringComparer.Ordinal), Digest.OfText(""))).Problems);
        }
        return [.. problems.Distinct().OrderBy(p => p.Path, StringComparer.Ordinal).ThenBy(p => p.Line).ThenBy(p => p.Message, StringComparer.Ordinal)];
    }

    private static void Attach(Dictionary<string, Control> known, Rule rule, PackFile file, List<PackProblem> problems)
    {
        if (!known.TryGetValue(rule.Control, out var control))
        {
            problems.Add(new PackProblem(file.Path, 1, $"管理策「{rule.Control}」は一覧にありません。"));
            return;
        }
        if (!file.Path.EndsWith("/" + rule.Control + ".yaml", StringComparison.Ordinal))
            problems.Add(new PackProblem(file.Path, 1, $"規則のファイル名は {rule.Control}.yaml にしてください。"));
        foreach (var fact in rule.FactNames.Where(f => !control.Evidence.Contains(f, StringComparer.Ordinal)))
            problems.Add(new PackProblem(file.Path, 1, $"事実「{fact}」は管理策 {rule.Control} の evidence にありません。"));
        foreach (var name in RuleParameters.Of(rule).Where(p => !control.Parameters.ContainsKey(p)))
            problems.Add(new PackProblem(file.Path, 1, $"設定値「{name}」は管理策 {rule.Control} にありません。"));
        if (rule.IsBuilt && rule.Targets is null && control.TargetKind != TargetKind.City)
            problems.Add(new PackProblem(file.Path, 1, "市一件でない管理策の規則には対象の一覧(targets)が要ります。"));
        known[rule.Control] = control with { Rule = rule };
    }

    private static HashSet<string> Pending(IReadOnlyList<PackFile> files, List<PackProblem> problems)
    {
        var pending = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files.Where(f => IsNamed(f, "facts.pending")))
        {
            var lines = file.Text.Split('\n');
            for (var i = 0; i < lines.Length; i++)
            {
                var name = lines[i].Trim();
                if (name.Length == 0 || name[0] == '#') continue;
                if (Kernel.Facts.FactSchema.Find(name) is null) problems.Add(new PackProblem(file.Path, i + 1, $"事実「{name}」は一覧にありません。"));
                else if (!pending.Add(name)) problems.Add(new PackProblem(file.Path, i + 1, $"事実「{name}」が二度書かれています。"));
            }
        }
        return pending;
    }

    private static bool IsNamed(PackFile file, string name) =>
        file.Path == name || file.Path.EndsWith("/" + name, StringComparison.Ordinal);
    private static bool IsRule(PackFile file) =>
        file.Path.Contains("rules/", StringComparison.Ordinal) && file.Path.EndsWith(".yaml", StringComparison.Ordinal);

    private static Digest DigestOf(IEnumerable<PackFile> files)
    {
        var all = new StringBuilder();
        foreach (var file in files.OrderBy(f => f.Path, StringComparer.Ordinal)) all.Append(file.Path).Append('\n').Append(file.Text).Append('\0');
        return Digest.OfText(all.ToString());
    }
}
