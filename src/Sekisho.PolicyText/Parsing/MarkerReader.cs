using System.Text.RegularExpressions;

namespace Sekisho.PolicyText.Parsing;

/// <summary>Recognises the number at the start of a line; whether it is one at that place is decided by <see cref="ClauseStack"/>.</summary>
internal static partial class MarkerReader
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
    private const string N = Numerals.Pattern;
    private const string Digits = "[0-9０-９]{1,3}";
    private const string Kana = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";
    private const string HalfKana = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ";

    [GeneratedRegex(@"^(第\s*(?<n>" + N + @")\s*条(?<b>(?:\s*の\s*" + N + ")*))(?<r>.*)$", Options)]
    private static partial Regex Jou();
    [GeneratedRegex(@"^(第\s*(?<n>" + N + @"))(?<r>[\s　(（].*|)$", Options)]
    private static partial Regex Dai();
    [GeneratedRegex(@"^((?<n>" + Digits + @")\s*[．.])(?<r>[^0-9０-９].*|)$", Options)]
    private static partial Regex Dot();
    [GeneratedRegex(@"^((?<a>" + Digits + @"(?:[.．]" + Digits + @"){0,2})[.．](?<n>" + Digits + @")[.．]?)(?<r>[\s　]+[^\s　].*|[぀-ヿ一-鿿「（].*|)$", Options)]
    private static partial Regex Decimal();
    [GeneratedRegex(@"^(第\s*(?<n>" + N + @")\s*条\s*(?:から|及び)\s*第\s*(?<l>" + N + @")\s*条(?:\s*まで)?)(?<r>[\s　]*(?:[(（]?削[\s　]*除[)）]?))$", Options)]
    private static partial Regex Repealed();
    [GeneratedRegex(@"^([・･])(?<r>[^・･\s　].*|[\s　]+[^\s　].*)$", Options)]
    private static partial Regex Point();
    [GeneratedRegex(@"^(?<n>" + Digits + @")(?<r>[\s　]+[^\s　].*)$", Options)]
    private static partial Regex Bare();
    [GeneratedRegex(@"^(?<n>" + Digits + @")(?<r>[぀-ヿ一-鿿「（].*)$", Options)]
    private static partial Regex BareTight();
    [GeneratedRegex(@"^([(（]\s*(?<n>" + Digits + @")(?<b>(?:\s*の\s*" + Digits + @")*)\s*[)）])(?<r>.*)$", Options)]
    private static partial Regex Paren();
    [GeneratedRegex(@"^((?<n>" + Digits + @")\s*[)）])(?<r>.*)$", Options)]
    private static partial Regex HalfParen();
    [GeneratedRegex(@"^((?<n>[一二三四五六七八九十]{1,4})(?<b>(?:の[一二三四五六七八九十]{1,4})*))(?<r>[\s　].*|)$", Options)]
    private static partial Regex Kanji();
    [GeneratedRegex(@"^([(（]\s*(?<n>[一二三四五六七八九十]{1,4})\s*[)）])(?<r>.*)$", Options)]
    private static partial Regex ParenKanji();
    [GeneratedRegex("^((?<n>[" + Kana + HalfKana + @"])[．.)）]?)(?<r>[\s　].*|)$", Options)]
    private static partial Regex KanaMark();
    [GeneratedRegex(@"^([(（]\s*(?<n>[" + Kana + HalfKana + @"])\s*[)）])(?<r>.*)$", Options)]
    private static partial Regex ParenKana();
    [GeneratedRegex(@"^((?<n>[a-zａ-ｚ])[．.)）]?)(?<r>[\s　].*)$", Options)]
    private static partial Regex Alpha();
    [GeneratedRegex(@"^([(（]\s*(?<n>[a-zａ-ｚ])\s*[)）])(?<r>.*)$", Options)]
    private static partial Regex ParenAlpha();

    private static readonly string[] BeginningWords = ["条例", "条文", "条件", "項目", "年度", "年次", "月次", "日常", "日本", "日程"];
    private static readonly (Scheme Scheme, Regex Regex)[] Table =
    [
        (Scheme.Jou, Repealed()), (Scheme.Jou, Jou()), (Scheme.Dai, Dai()), (Scheme.Decimal, Decimal()), (Scheme.Dot, Dot()), (Scheme.Bare, Bare()), (Scheme.Paren, Paren()), (Scheme.ParenKanji, ParenKanji()),
        (Scheme.HalfParen, HalfParen()), (Scheme.Kanji, Kanji()), (Scheme.ParenKana, ParenKana()), (Scheme.Kana, KanaMark()),
        (Scheme.ParenAlpha, ParenAlpha()), (Scheme.Alpha, Alpha()), (Scheme.Bare, BareTight()),
    ];

    /// <summary>The number, or the mark of a list without numbers; null for any other line.</summary>
    public static Marker? Read(SourceLine line) =>
        Read(line.Text) ?? (line.IsListed ? new Marker(Scheme.Bullet, 1, [], "", line.Text, true) { Indent = line.Indent }
            : Point().Match(line.Text) is { Success: true } point ? new Marker(Scheme.Bullet, 1, [], line.Text[..1], point.Groups["r"].Value.Trim(), true) { Indent = line.Indent } : null);

    /// <summary>Null when the line does not begin with a number.</summary>
    public static Marker? Read(string line)
    {
        if (ReadSymbol(line) is { } symbol) return symbol;
        foreach (var (scheme, regex) in Table)
        {
            if (regex.Match(line) is { Success: true } match && Build(scheme, line, match) is { } marker) return marker;
        }
        return null;
    }

    private static Marker? Build(Scheme scheme, string line, Match match)
    {
        var rest = match.Groups["r"].Value;
        if (ReadNumber(match.Groups["n"].Value) is not { } number) return null;
        if (scheme is Scheme.Dai or Scheme.Bare && CountsSomething(rest.TrimStart())) return null;
        var branchText = match.Groups["b"].Value;
        var branches = branchText.Split('の', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Numerals.Read).ToList();
        if (branches.Contains(null)) return null;
        var spaced = rest.Length == 0 || char.IsWhiteSpace(rest[0]) || scheme is not (Scheme.Jou or Scheme.Bare) || rest[0] is '(' or '（';
        return new Marker(scheme, number, [.. branches.Select(b => b!.Value)], line[..^rest.Length].TrimEnd(), rest.Trim(), spaced)
        {
            Above = [.. match.Groups["a"].Value.Split('.', '．').Select(Numerals.Read).OfType<int>()],
            Last = match.Groups["l"].Success && Numerals.Read(match.Groups["l"].Value) is { } last ? last : number,
        };
    }

    /// <summary>"第 67 号", "29 年": a number inside a sentence; "1 条例等" and "第1 目的" are not.</summary>
    private static bool CountsSomething(string rest) =>
        rest.Length > 0 && "条項号編章節款年月日".Contains(rest[0], StringComparison.Ordinal) && !Array.Exists(BeginningWords, w => rest.StartsWith(w, StringComparison.Ordinal));

    private static int? ReadNumber(string text)
    {
        if (text.Length != 1) return Numerals.Read(text);
        var c = text[0];
        if (Kana.IndexOf(c, StringComparison.Ordinal) is >= 0 and var kana) return kana + 1;
        if (HalfKana.IndexOf(c, StringComparison.Ordinal) is >= 0 and var half) return half + 1;
        return c switch { >= 'a' and <= 'z' => c - 'a' + 1, >= 'ａ' and <= 'ｚ' => c - 'ａ' + 1, _ => Numerals.Read(text) };
    }

    private static Marker? ReadSymbol(string line)
    {
        if (line.Length == 0) return null;
        (Scheme, int)? found = line[0] switch
        {
            >= '①' and <= '⑳' => (Scheme.Circled, line[0] - '①' + 1),
            >= '㉑' and <= '㉟' => (Scheme.Circled, line[0] - '㉑' + 21),
            >= '㊱' and <= '㊿' => (Scheme.Circled, line[0] - '㊱' + 36),
            >= '⑴' and <= '⒇' => (Scheme.Paren, line[0] - '⑴' + 1),
            _ => null,
        };
        return found is var (scheme, number) ? new Marker(scheme, number, [], line[..1], line[1..].Trim(), true) : null;
    }
}
