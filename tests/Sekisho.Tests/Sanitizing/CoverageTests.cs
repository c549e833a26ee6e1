using System.Reflection;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.Identification;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Sanitizing;

/// <summary>docs/sanitising-coverage.md is made from the tests themselves and the names of the corpus cases: a row is built when a test treats the bad input, and proved when another keeps its harmless neighbour.</summary>
public class CoverageTests
{
    /// <summary>Why rows without a test are not there: their format stays outside, so nothing of it is passed on.</summary>
    private static readonly (string Prefix, string Reason)[] Reasons =
    [
        ("SM-18", "SPF・DKIM・DMARC・ARCを検証する部品がない。他の機器が書いた検証結果のヘッダーは渡さない(HD-01、HD-04)。"), ("OX-31", "QRコードを読む部品がない。図はそのまま残す。"),
        ("CB-", "この書庫は開かず遮断する。"), ("DK-", "ディスクイメージは遮断する。"),
        ("BK-", "名前と形式で遮断する。"), ("SM-", "メール中継の側の行。行を名指す試験がまだない。"), ("HD-", "メール中継の側の行。行を名指す試験がまだない。"), ("SC-", "メール中継の側の行。行を名指す試験がまだない。"), ("BN-", "メール中継の側の行。行を名指す試験がまだない。"), ("OR-", "メール中継の側の行。行を名指す試験がまだない。"),
    ];

    private static string Reason(string row) => Reasons.FirstOrDefault(r => row.StartsWith(r.Prefix, StringComparison.Ordinal)).Reason ?? "行を名指す試験がまだない。";

    private static string Yes(bool there) => there ? "○" : "–";

    /// <summary>A row without a test has a format nothing rebuilds: each such kind is held or blocked by a row that has its own sentence.</summary>
    [Fact, MatrixRow("E1", "E2")]
    public void A_row_that_is_not_built_blocks_its_format()
    {
        FileKind[] rebuilt =
        [
            FileKind.Empty, FileKind.Text, FileKind.Csv, FileKind.Html, FileKind.Xml, FileKind.Rtf, .. Enum.GetValues<FileKind>().Where(k => OfficeKinds.Plain(k) is not null || k is >= FileKind.Odt and <= FileKind.Otg), FileKind.Xlsb, FileKind.Doc, FileKind.Xls, FileKind.Ppt,
            FileKind.Msg, FileKind.Pdf, FileKind.Jpeg, FileKind.Png, FileKind.Gif, FileKind.Bmp, FileKind.Tiff, FileKind.Webp, FileKind.Heic, FileKind.Emf, FileKind.Wmf, FileKind.Zip, FileKind.SevenZip, FileKind.Rar, FileKind.Tar, FileKind.Gzip, FileKind.Bzip2, FileKind.Xz, FileKind.Zstd, FileKind.Compress, FileKind.Lzh,
            FileKind.Eml, FileKind.Tnef, FileKind.Ics, FileKind.Vcf, FileKind.Svg, FileKind.Dxf, FileKind.Sxf, FileKind.Ichitaro,
        ];
        foreach (var kind in Enum.GetValues<FileKind>().Except(rebuilt))
        {
            var stop = BlockedKinds.Stop(kind, "x");
            stop.Outcome.ShouldBeOneOf(Sekisho.Kernel.Outcome.Held, Sekisho.Kernel.Outcome.Blocked);
            FindingSentences.Rules.ShouldContain(stop.Rule, kind.Code());
        }
        // What fits no list goes the same way: the rows of unbuilt formats carry no kind that is rebuilt.
        Reasons.Select(r => r.Prefix).ShouldNotContain(p => p == "RT-" || p == "OD-" || p == "OL-" || p == "IC-" || p == "VC-" || p == "MS-" || p == "TN-" || p == "SZ-" || p == "RA-" || p == "LZ-");
    }

    [Fact]
    public void The_list_of_rows_says_what_the_tests_prove()
    {
        var tests = typeof(CoverageTests).Assembly.GetTypes().SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static))
            .SelectMany(m => m.GetCustomAttributes<MatrixRowAttribute>().SelectMany(a => a.Rows.Select(row => (Row: row, a.NearMiss))))
            .Concat(Files.FileCase.All.SelectMany(c => c.Rows.Select(row => (Row: row, NearMiss: c.IsNearMiss))))
            .Concat(Mail.MailCorpusTests.Rows).ToLookup(t => t.Row);
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
