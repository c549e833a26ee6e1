using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Sekisho.Organisation.Import;

namespace Sekisho.Tests.Organisation.Import;

public class CsvTableTests
{
    [Fact]
    public void Quotes_commas_and_line_breaks_inside_cells_are_read()
    {
        var table = CsvTable.Parse("a,b\r\n\"x,\"\"y\"\"\nz\", w \r\n,\r\n1,2").Value;

        table.Header.ShouldBe(["a", "b"]);
        table.Rows.Select(r => r.Line).ShouldBe([2, 5]);
        table.Rows[0].Cells.ShouldBe(["x,\"y\"\nz", "w"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n,,\n")]
    [InlineData("a,b\n\"x")]
    [InlineData("a,b\n\"x\"y,z")]
    public void What_cannot_be_read_is_refused(string text) => CsvTable.Parse(text).Refusals[0].Stage.ShouldBe("import.csv");

    [Fact]
    public void Limits_hold()
    {
        CsvTable.Parse("a\n" + new string('x', CsvTable.MaxCell + 1)).IsOk.ShouldBeFalse();
        CsvTable.Parse("a\n" + new string(',', CsvTable.MaxColumns)).IsOk.ShouldBeFalse();
        CsvTable.Parse("a\n" + string.Concat(Enumerable.Repeat("x\n", CsvTable.MaxRows + 1))).IsOk.ShouldBeFalse();
        CsvTable.Parse("a\n" + string.Concat(Enumerable.Repeat("x\n", CsvTable.MaxRows))).IsOk.ShouldBeTrue();
    }

    [Fact]
    public void Any_text_is_answered() => Prop.ForAll<string>(
        Gen.Elements('a', '"', ',', '\n', '\r', ' ', '職', '\0').ListOf().Select(string.Concat).ToArbitrary(),
        text => CsvTable.Parse(text) is { IsOk: true } or { Refusals.Count: 1 }).QuickCheckThrowOnFailure();

    [Fact]
    public void Quoted_cells_read_back() => Prop.ForAll(Gen.Elements('a', '"', ',', '\n', '職').NonEmptyListOf().Select(string.Concat).ToArbitrary(), cell =>
        CsvTable.Parse("h\n\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\",x").Value.Rows[0].Cells[0] == cell.Trim()).QuickCheckThrowOnFailure();

    [Fact]
    public void Both_encodings_of_a_city_hall_are_read()
    {
        const string Text = "部署名,備考\n情報推進課,①〜\n";
        CsvText.Decode(Encoding.UTF8.GetBytes(Text)).Value.ShouldBe(Text);
        CsvText.Decode([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Text)]).Value.ShouldBe(Text);
        // 情報推進課 in CP932.
        CsvText.Decode([0x8F, 0xEE, 0x95, 0xF1, 0x90, 0x84, 0x90, 0x69, 0x89, 0xDB]).Value.ShouldBe("情報推進課");
    }

    [Fact]
    public void Anything_else_is_no_text()
    {
        CsvText.Decode([0xFF, 0xFE, 0x00, 0x30]).Refusals[0].Stage.ShouldBe("import.encoding");
        CsvText.Decode(new byte[CsvText.MaxBytes + 1]).Refusals[0].Stage.ShouldBe("import.too-large");
        CsvText.Decode("a\0b"u8).Refusals[0].Stage.ShouldBe("import.encoding");
    }

    [Fact]
    public void Any_bytes_are_answered() => Prop.ForAll<byte[]>(ArbMap.Default.ArbFor<byte[]>(), bytes =>
        CsvText.Decode(bytes ?? []) is { IsOk: true } or { Refusals.Count: 1 }).QuickCheckThrowOnFailure();
}
