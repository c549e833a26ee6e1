using Sekisho.Kernel;

namespace Sekisho.PolicyText.Exchange;

/// <summary>A text of any of the forms a worker hands back: e-Gov 法令標準XML and OSCAL catalogs are known by their first characters, all else is read as prose.</summary>
public static class PolicySource
{
    /// <summary>The clauses; refused when the text is too long, or is XML or JSON of another kind.</summary>
    public static Result<ParsedPolicy> Read(string text)
    {
        if (text.Length > PolicyParser.LongestText) return new Refusal("policy.source.large", "条文が長すぎます。", "条文だけを取り出したファイルにしてください。");
        var start = text.AsSpan().TrimStart("\uFEFF \t\r\n");
        if (start.StartsWith("<", StringComparison.Ordinal)) return LawXmlReader.Read(text);
        return start.StartsWith("{", StringComparison.Ordinal) ? OscalReader.Read(text) : PolicyParser.Parse(text);
    }
}
