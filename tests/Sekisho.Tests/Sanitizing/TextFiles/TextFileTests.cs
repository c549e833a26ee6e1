using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Sekisho.Kernel;
using Sekisho.Tests.Sanitizing.Files;
using Sekisho.Tests.Support;
using Sekisho.Verifying;
using Outcome = Sekisho.Kernel.Outcome;

namespace Sekisho.Tests.Sanitizing.TextFiles;

public class TextFileTests
{
    private static Encoding Page(int number)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(number);
    }

    [Theory, MatrixRow("TX-01", "TX-06", NearMiss = true), InlineData(932, "髙﨑市 〜①ソ表能"), InlineData(51932, "予算要求書について"), InlineData(65001, "葛\U000E0100城 👨‍👩‍👧 〜"), InlineData(50220, "予算要求書")]
    public void Japanese_text_keeps_its_encoding_and_every_byte(int page, string text)
    {
        var bytes = Page(page).GetBytes(text + "\r\n");
        var result = SomeFile.Sanitise("a.txt", bytes);
        result.Output.ShouldBe(bytes, result.Describe());
        result.Outcome.ShouldBe(Outcome.Clean);
    }

    [Fact, MatrixRow("TX-01", NearMiss = true)]
    public void Marks_of_unicode_stay()
    {
        foreach (var encoding in (Encoding[])[new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true)])
        {
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes("本文\r\n")];
            SomeFile.Sanitise("a.txt", bytes).Output.ShouldBe(bytes);
        }
    }

    [Fact, MatrixRow("TX-02")]
    public void A_few_unreadable_places_are_marked_and_many_block()
    {
        byte[] few = [.. Encoding.UTF8.GetBytes(new string('あ', 300)), 0xFF];
        var result = SomeFile.Sanitise("a.txt", few);
        result.Has("TX-02").ShouldBeTrue(result.Describe());
        Encoding.UTF8.GetString(result.Output!).ShouldContain("\uFFFD");
        SomeFile.Sanitise("a.txt", [0xFF, 0x80, (byte)'a', 0xFF, 0x80, (byte)'b']).Outcome.ShouldBe(Outcome.Blocked);
    }

    [Fact, MatrixRow("TX-04", "TX-05")]
    public void Controls_directions_and_invisible_characters_go()
    {
        var result = SomeFile.Sanitise("a.txt", Encoding.UTF8.GetBytes("請求\u202Efdp\u200B終\u0085り\U000E0041"));
        Encoding.UTF8.GetString(result.Output!).ShouldBe("請求fdp終り");
        result.Has("TX-04").ShouldBeTrue();
        result.Has("TX-05").ShouldBeTrue();
    }

    [Fact, MatrixRow("TX-06")]
    public void Private_characters_become_a_geta_mark()
    {
        var result = SomeFile.Sanitise("a.txt", [.. Page(932).GetBytes("氏名"), 0xF0, 0x40]);
        Page(932).GetString(result.Output!).ShouldBe("氏名〓");
        result.Findings.First(f => f.Rule == "TX-06").Arguments["code"].ShouldBe("U+E000");
    }

    [Theory, MatrixRow("CV-01", NearMiss = true), InlineData("-1,200"), InlineData("+81-3-1234-5678"), InlineData("-"), InlineData("－"), InlineData("-5%"), InlineData("－３．５"), InlineData("a@example.jp"), InlineData("'=済")]
    public void Numbers_dashes_and_addresses_in_cells_stay(string cell)
    {
        var bytes = Encoding.UTF8.GetBytes($"項目,\"{cell}\"\r\n");
        var result = SomeFile.Sanitise("a.csv", bytes);
        result.Output.ShouldBe(bytes, result.Describe());
        OutputVerifier.Verify(result.Output!, "csv").Forbidden.ShouldBeEmpty();
    }

    [Theory, MatrixRow("CV-01", "CV-02"), InlineData("=1+1", "CV-01"), InlineData("＝1+1", "CV-01"), InlineData("  @SUM(1)", "CV-01"), InlineData("+a", "CV-01"), InlineData("-2+3+cmd|' /C calc'!A0", "CV-02"), InlineData("=HYPERLINK(\"\"x\"\")", "CV-02"), InlineData("安全\n=1+1", "CV-01"), InlineData("安全;=1+1", "CV-01")]
    public void Cells_that_would_be_calculated_become_text(string cell, string rule)
    {
        var result = SomeFile.Sanitise("a.csv", Encoding.UTF8.GetBytes($"項目,\"{cell}\"\r\n"));
        result.Has(rule).ShouldBeTrue(result.Describe());
        OutputVerifier.Verify(result.Output!, "csv").Forbidden.ShouldBeEmpty();
        var again = SomeFile.Sanitise("a.csv", result.Output!);
        again.Output.ShouldBe(result.Output);
    }

    [Fact, MatrixRow("CV-03")]
    public void A_separator_line_goes_and_a_broken_table_becomes_text()
    {
        Encoding.UTF8.GetString(SomeFile.Sanitise("a.csv", "sep=;\r\na;b\r\n"u8.ToArray()).Output!).ShouldBe("a;b\r\n");
        var broken = SomeFile.Sanitise("a.csv", "a,\"b\r\n=1+1"u8.ToArray());
        broken.OutputName.ShouldBe("a.txt");
        broken.Has("CV-03").ShouldBeTrue();
        broken.Outcome.ShouldBe(Outcome.Text);
    }

    [Fact, MatrixRow("E4")]
    public void A_table_of_which_one_character_is_left_leaves_nothing()
    {
        SomeFile.Sanitise("a.csv", "\u200B\""u8.ToArray()).Output.ShouldBe([]);
        SomeFile.Sanitise("a.csv", "+\u202E"u8.ToArray()).Output.ShouldBe([]);
    }

    [Fact, MatrixRow("E1", "E3", "E4", "E5")]
    public void Whatever_text_or_table_comes_out_is_accepted_by_the_second_reader_and_stays_the_same()
    {
        var pieces = Gen.Elements("=", "+", "-", "@", "\"", ",", ";", "\t", "\r\n", "\n", "'", "|", "1", "表", "ソ", " ", "\u3000", "\u200B", "\u202E", "＝", "cmd", "(", ")", "\uE000", "e", "円", "a");
        Prop.ForAll(Arb.From(Gen.ArrayOf(pieces)), parts =>
        {
            var bytes = Encoding.UTF8.GetBytes(string.Concat(parts));
            foreach (var name in (string[])["a.csv", "a.txt"])
            {
                var result = SomeFile.Sanitise(name, bytes, tools: new NoTools());
                if (result.Output is null) continue;
                var verdict = OutputVerifier.Verify(result.Output, result.OutputType);
                if (!verdict.Ok) throw new InvalidOperationException(string.Concat(parts) + " -> " + Encoding.UTF8.GetString(result.Output) + ": " + string.Join(" ", verdict.Forbidden));
                var again = SomeFile.Sanitise(result.OutputName, result.Output, tools: new NoTools());
                if (!again.Output!.SequenceEqual(result.Output)) throw new InvalidOperationException("changed again: " + Encoding.UTF8.GetString(result.Output) + " -> " + Encoding.UTF8.GetString(again.Output!));
            }
        }).QuickCheckThrowOnFailure();
    }
}
