using Sekisho.Conformity.Packs;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Sekisho.Conformity.Yaml;

/// <summary>Opens YAML text as a tree with line numbers. Anchors, aliases and several documents in one file are refused: a reviewer reads what is there.</summary>
internal static class YamlText
{
    /// <summary>A pack file of ours is well below this; more is an attempt to exhaust memory.</summary>
    private const int MaxCharacters = 4_000_000;

    public static YamlMap? Open(PackFile file, List<PackProblem> problems)
    {
        if (file.Text.Length > MaxCharacters)
        {
            problems.Add(new PackProblem(file.Path, 1, "ファイルが大きすぎます(400万字まで)。分けてください。"));
            return null;
        }
        try
        {
            var stream = new YamlStream();
            stream.Load(new MergingParserGuard(new Parser(new StringReader(file.Text))));
            if (stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode map) return new YamlMap(file.Path, map, problems);
            problems.Add(new PackProblem(file.Path, 1, "一つの見出しの集まり(鍵: 値)として書いてください。"));
        }
        catch (YamlException e)
        {
            problems.Add(new PackProblem(file.Path, Math.Max(1, (int)e.Start.Line), "YAML として読めません。字下げと引用符を確かめてください。"));
        }
        return null;
    }
}
