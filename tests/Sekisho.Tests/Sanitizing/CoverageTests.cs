using System.Reflection;
using Sekisho.Kernel.Workers;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Sanitizing;

/// <summary>docs/sanitising-coverage.md is made from the tests themselves: a row is built when a test treats the bad input, and proved when another keeps its harmless neighbour.</summary>
public class CoverageTests
{
    /// <summary>Why rows without a test are not there: their format stays outside, so nothing of it is passed on.</summary>
    private static readonly (string Prefix, string Reason)[] Reasons =
    [
        ("RT-", "RTFは作り直す方法がまだないため、ファイルごと遮断する。"), ("OL-", "旧形式のOffice文書は変換する方法がまだないため、ファイルごと遮断する。"), ("OD-", "ODFは作り直す方法がまだないため、ファイルごと遮断する。"),
        ("MS-", "MSGは作り直す方法がまだないため、ファイルごと遮断する。"), ("TN-", "TNEFは作り直す方法がまだないため、ファイルごと遮断する。"), ("IC-", "ICSは作り直す方法がまだないため、ファイルごと遮断する。"), ("VC-", "VCFは作り直す方法がまだないため、ファイルごと遮断する。"),
        ("EM-", "EMLファイルの添付はまだ作り直せないため遮断する(メールに直接入ったメールは作り直す)。"), ("SZ-", "この書庫は開かず遮断する。"), ("RA-", "この書庫は開かず遮断する。"), ("LZ-", "この書庫は開かず遮断する。"), ("CB-", "この書庫は開かず遮断する。"), ("DK-", "ディスクイメージは遮断する。"),
        ("JP-", "読む方法がないため保留又は遮断する。"), ("BK-", "名前と形式で遮断する。"), ("SM-", "メール中継の側の行。行を名指す試験がまだない。"), ("HD-", "メール中継の側の行。行を名指す試験がまだない。"), ("SC-", "メール中継の側の行。行を名指す試験がまだない。"), ("BN-", "メール中継の側の行。行を名指す試験がまだない。"), ("OR-", "メール中継の側の行。行を名指す試験がまだない。"),
    ];

    private static string Reason(string row) => Reasons.FirstOrDefault(r => row.StartsWith(r.Prefix, StringComparison.Ordinal)).Reason ?? "行を名指す試験がまだない。";

    private static string Yes(bool there) => there ? "○" : "–";

    [Fact]
    public void The_list_of_rows_says_what_the_tests_prove()
    {
        var tests = typeof(CoverageTests).Assembly.GetTypes().SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static))
            .SelectMany(m => m.GetCustomAttributes<MatrixRowAttribute>().SelectMany(a => a.Rows.Select(row => (Row: row, a.NearMiss)))).ToLookup(t => t.Row);
        var rows = FindingSentences.Rules.Concat(tests.Select(t => t.Key)).Where(r => r is [_, _, '-', _, _] && !r.EndsWith("-00", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal).ToList();
        var lines = rows.Select(row => tests[row].Any()
            ? $"| {row} | 試験あり | {Yes(tests[row].Any(t => !t.NearMiss))} | {Yes(tests[row].Any(t => t.NearMiss))} | |"
            : $"| {row} | 試験なし | – | – | {Reason(row)} |").ToList();
        var built = rows.Count(r => tests[r].Any());
        Approved.Match("../../../docs/sanitising-coverage.md",
        [
            "# 無害化の仕様表と試験", "", $"試験の属性から作った一覧({built} / {rows.Count} 行)。「処置」は悪い入力を処置する試験、「保持」は同じ形の無害な入力を保つ試験。作り直す方法のない形式は通さない。", "",
            "| 行 | 状態 | 処置 | 保持 | 理由 |", "| --- | --- | --- | --- | --- |", .. lines,
        ]);
    }
}
