using System.Text;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing;
using Sekisho.Sanitizing.Names;
using Sekisho.Tests.Sanitizing.Files;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Sanitizing.Names;

public class NameCleanerTests
{
    private static (string Name, FindingLog Log) Clean(string name)
    {
        var log = new FindingLog();
        return (NameCleaner.Clean(name, log).Name, log);
    }

    private static string StopOf(string name) => Should.Throw<FileStop>(() => NameCleaner.Clean(name, new())).Rule;

    [Theory, MatrixRow("NM-06", NearMiss = true), InlineData("令和８年度　予算（案）.xlsx"), InlineData("髙﨑市_議事録.docx"), InlineData("-rf.txt"), InlineData("=cmd.txt"), InlineData("a.b.c.pdf"), InlineData("葛\U000E0100城.txt")]
    public void Ordinary_names_stay_as_they_are(string name)
    {
        var (clean, log) = Clean(name.Replace("\U000E0100", "", StringComparison.Ordinal));
        clean.ShouldBe(name.Replace("\U000E0100", "", StringComparison.Ordinal));
        log.Lines.ShouldBeEmpty();
    }

    [Fact, MatrixRow("NM-04")]
    public void A_direction_override_before_the_extension_blocks() => StopOf("請求書\u202Efdp.exe").ShouldBe("NM-04");

    [Fact, MatrixRow("NM-04", NearMiss = true)]
    public void A_direction_mark_alone_is_removed() => Clean("a\u200E.txt").Name.ShouldBe("a.txt");

    [Theory, MatrixRow("NM-05"), InlineData("a\u200B.txt", "a.txt"), InlineData("写真.jpg      .txt", "写真.jpg.txt"), InlineData("a\u00A0b.txt", "a b.txt"), InlineData("a.txt. . ", "a.txt")]
    public void Invisible_characters_and_runs_of_spaces_go(string name, string expected)
    {
        var (clean, log) = Clean(name);
        clean.ShouldBe(expected);
        log.Lines.ShouldContain(f => f.Rule == "NM-05");
    }

    [Theory, MatrixRow("NM-06", "BK-01"), InlineData("請求書．ｅｘｅ"), InlineData("a.еxе"), InlineData("a․exe")]
    public void Look_alikes_of_an_extension_are_judged_as_what_they_imitate(string name) => SomeFile.Sanitise(name, "本文"u8.ToArray()).ShouldStopWith("BK-01");

    [Theory, MatrixRow("NM-07"), InlineData("../../etc/x.txt", "x.txt"), InlineData("C:\\Users\\a\\表.txt", "表.txt"), InlineData("\\\\host\\share\\a.txt", "a.txt")]
    public void Only_the_last_part_of_a_path_is_kept(string name, string expected) => Clean(name).Name.ShouldBe(expected);

    [Fact, MatrixRow("NM-07", NearMiss = true)]
    public void A_backslash_inside_a_cp932_character_is_no_separator()
    {
        var log = new FindingLog();
        byte[] raw = [0x95, 0x5C, .. "1.txt"u8];
        NameCleaner.Clean(NameDecoder.Decode(raw, false, 1, log), log).Name.ShouldBe("表1.txt");
    }

    [Theory, MatrixRow("NM-08"), InlineData("CON.txt", "_CON.txt"), InlineData("com¹.txt", "_com¹.txt"), InlineData("a<b>c?.txt", "a_b_c_.txt"), InlineData("nul", "_nul")]
    public void Reserved_names_are_changed(string name, string expected) => Clean(name).Name.ShouldBe(expected);

    [Theory, MatrixRow("NM-08", "NM-09"), InlineData("desktop.ini", "NM-08"), InlineData("AutoRun.inf", "NM-08"), InlineData("a.txt:evil:$DATA", "NM-09"), InlineData("folder.{21EC2020-3AEA-1069-A2DD-08002B30309D}", "NM-09")]
    public void Names_that_do_something_block(string name, string rule) => StopOf(name).ShouldBe(rule);

    [Fact, MatrixRow("NM-10")]
    public void Long_names_are_cut_in_the_stem_at_a_whole_character()
    {
        var (clean, log) = Clean(string.Concat(Enumerable.Repeat("予算👨‍👩‍👧が", 60)) + ".xlsx");
        Encoding.UTF8.GetByteCount(clean).ShouldBeLessThanOrEqualTo(255);
        clean.ShouldEndWith(".xlsx");
        clean.ShouldNotContain("\uFFFD");
        log.Lines.ShouldContain(f => f.Rule == "NM-10");
        Clean("a" + new string('\u0301', 40) + ".txt").Name.Length.ShouldBeLessThan(12);
    }

    [Fact, MatrixRow("NM-12")]
    public void Line_ends_and_escapes_go() => Clean("a\r\nBcc: x\x1B[2J.txt").Name.ShouldNotContain("\n");

    [Theory, MatrixRow("NM-01", "NM-02"), InlineData(932, "CP932"), InlineData(51932, "EUC-JP"), InlineData(50220, "ISO-2022-JP")]
    public void Names_are_read_in_every_encoding(int codePage, string label)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var log = new FindingLog();
        NameDecoder.Decode(Encoding.GetEncoding(codePage).GetBytes("令和八年度の予算要求書について.xlsx"), false, 1, log).ShouldBe("令和八年度の予算要求書について.xlsx");
        log.Lines.ShouldHaveSingleItem().Arguments["from"].ShouldBe(label);
        log.Lines[0].Action.ShouldBe(FindingAction.Rewritten);
    }

    [Fact, MatrixRow("NM-02")]
    public void Bytes_nobody_can_read_get_a_name_of_ours()
    {
        var log = new FindingLog();
        NameDecoder.Decode([0xFF, 0xFE, 0xFD, 0x80], false, 3, log).ShouldBe("不明な名前_3");
        log.Lines[0].Place.ShouldBe("fffefd80");
    }

    [Fact, MatrixRow("ID-09")]
    public void A_program_extension_inside_the_name_blocks()
    {
        SomeFile.Sanitise("請求書.exe.txt", "本文"u8.ToArray()).ShouldStopWith("ID-09");
        SomeFile.Sanitise("請求書.pdf.txt", "本文"u8.ToArray()).Outcome.ShouldBe(Outcome.Clean);
    }
}
