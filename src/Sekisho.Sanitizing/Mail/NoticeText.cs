using System.Text;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;

namespace Sekisho.Sanitizing.Mail;

/// <summary>What the recipient reads: the notice above the body (MB-06) and the note in the place of a part that is not delivered (MB-09). Plain words, no live address.</summary>
internal static class NoticeText
{
    private const string Top = "――― 無害化のお知らせ ―――", Bottom = "―――――――――――――――";
    private const int MostLines = 12;

    /// <summary>Null when nothing was removed or changed.</summary>
    internal static string? Notice(IReadOnlyList<Finding> findings, IReadOnlyList<MailPartResult> parts, string recordId)
    {
        var changed = findings.Where(f => f.Action != FindingAction.Kept).Select(FindingSentences.Of).Distinct(StringComparer.Ordinal).ToList();
        var files = parts.Where(p => p.Outcome != Outcome.Clean).ToList();
        if (changed.Count == 0 && files.Count == 0) return null;
        var text = new StringBuilder(Top).Append('\n');
        text.Append("外部から届いたメールから、確認した範囲で危険な要素を取り除きました。(記録番号 ").Append(recordId).Append(")\n");
        foreach (var line in changed.Take(MostLines)) text.Append("・").Append(line).Append('\n');
        foreach (var part in files.Take(MostLines)) text.Append("・添付「").Append(part.Name).Append("」: ").Append(Word(part.Outcome)).Append(' ').Append(Why(part)).Append('\n');
        var more = Math.Max(0, changed.Count - MostLines) + Math.Max(0, files.Count - MostLines);
        if (more > 0) text.Append("・ほか").Append(Show.Number(more)).Append("件\n");
        return text.Append("原本が必要なときは、記録番号を添えて情報システム担当へ申し出てください。\n").Append(Bottom).Append('\n').ToString();
    }

    internal static string Note(string name, string type, Outcome outcome, IReadOnlyList<Finding> findings, Digest digest, string recordId)
    {
        var text = new StringBuilder();
        text.Append("添付ファイル「").Append(name).Append("」は、お渡しできませんでした(").Append(Word(outcome)).Append(")。\r\n\r\n");
        foreach (var sentence in Reasons(findings)) text.Append("理由: ").Append(sentence).Append("\r\n");
        if (type.Length > 0) text.Append("見分けた種類: ").Append(type).Append("\r\n");
        text.Append("原本のSHA-256: ").Append(digest.Hex).Append("\r\n");
        text.Append("記録番号: ").Append(recordId).Append("\r\n\r\n");
        return text.Append("原本は受け付けた側に保管しています。必要なときは、記録番号を添えて情報システム担当へ申し出てください。\r\n").ToString();
    }

    internal static string Word(Outcome outcome) => outcome switch
    {
        Outcome.Clean => "無害化済み",
        Outcome.Cleaned => "無害化済み・除去あり",
        Outcome.Raster => "画像化",
        Outcome.Text => "テキスト化",
        Outcome.Held => "保留",
        _ => "遮断",
    };

    private static string Why(MailPartResult part) => string.Concat(Reasons(part.IsNote ? part.Findings : [.. part.Findings.Where(f => f.Action != FindingAction.Kept)]).Take(3));

    private static List<string> Reasons(IReadOnlyList<Finding> findings)
    {
        var stops = findings.Where(f => f.Action is FindingAction.Held or FindingAction.Blocked).ToList();
        return [.. (stops.Count > 0 ? stops : findings).Select(FindingSentences.Of).Distinct(StringComparer.Ordinal).Take(5)];
    }
}
