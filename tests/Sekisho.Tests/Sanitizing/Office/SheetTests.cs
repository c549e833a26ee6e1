using Sekisho.Kernel;
using Sekisho.Tests.Sanitizing.Files;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Sanitizing.Office;

public class SheetTests
{
    private const string Sheet = "xl/worksheets/sheet1.xml";
    private static string Row(string formula, string value = "42") => $"<row r=\"1\"><c r=\"A1\"><f>{formula}</f><v>{value}</v></c></row>";

    [Theory, MatrixRow("OX-10", NearMiss = true), InlineData("SUM(B1:B9)"), InlineData("IF(A1&gt;0,&quot;[済]|&quot;,'集計'!B2)"), InlineData("_xlfn.XLOOKUP(A1,B:B,C:C)"), InlineData("Table1[[#This Row],[金額]]*1.1"), InlineData("$A$1+#REF!"), InlineData("TEXT(A1,\"yyyy\")"), InlineData("前年度!C3")]
    public void Formulas_that_only_calculate_stay(string formula)
    {
        var result = SomeFile.Sanitise("予算.xlsx", SomeOffice.Xlsx(Row(formula)).Build());
        result.Outcome.ShouldBe(Outcome.Clean, result.Describe());
        OfficeOutput.Text(result.Output!, Sheet).ShouldContain("<x:f>");
    }

    [Theory, MatrixRow("OX-09", "OX-10", "OX-12"),
     InlineData("cmd|'/c calc'!A0", "OX-09"), InlineData("WEBSERVICE(\"http://evil.example\")", "OX-10"), InlineData("_xlfn.WEBSERVICE(A1)", "OX-10"), InlineData("HYPERLINK(\"http://evil.example\",\"x\")", "OX-10"), InlineData("EXEC(\"calc\")", "OX-10"),
     InlineData("INDIRECT(\"x\")", "OX-10"), InlineData("[1]Sheet1!A1", "OX-12"), InlineData("'C:\\[b.xlsx]S'!A1", "OX-12"), InlineData("'\\\\evil\\x'!A1", "OX-12"), InlineData("myMacro(1)", "OX-10"), InlineData("CALL (\"u\",\"x\")", "OX-10")]
    public void Others_become_their_value(string formula, string rule)
    {
        var result = SomeFile.Sanitise("a.xlsx", SomeOffice.Xlsx(Row(formula)).Build());
        result.Has(rule).ShouldBeTrue(result.Describe());
        var sheet = OfficeOutput.Text(result.Output!, Sheet);
        sheet.ShouldContain("<x:v>42</x:v>");
        sheet.ShouldNotContain("<x:f");
    }

    [Fact, MatrixRow("OX-10")]
    public void A_shared_formula_goes_with_all_that_share_it()
    {
        var rows = "<row r=\"1\"><c r=\"A1\"><f t=\"shared\" ref=\"A1:A2\" si=\"0\">RTD(\"x\",,\"y\")</f><v>1</v></c></row><row r=\"2\"><c r=\"A2\"><f t=\"shared\" si=\"0\"/><v>2</v></c></row>";
        OfficeOutput.Text(SomeFile.Sanitise("a.xlsx", SomeOffice.Xlsx(rows).Build()).Output!, Sheet).ShouldNotContain("<x:f");
    }

    [Fact, MatrixRow("OX-02")]
    public void A_macro_sheet_and_names_that_run_by_themselves_go_and_the_rest_is_mended()
    {
        const string names = "<definedNames><definedName name=\"_xlnm.Auto_Open\" hidden=\"1\">Macro1!$A$1</definedName><definedName name=\"auto_close1\">集計!$A$1</definedName><definedName name=\"範囲\" localSheetId=\"0\">集計!$A$1</definedName></definedNames>";
        var office = SomeOffice.Xlsx(Row("Macro1!A1+1"), moreSheets: "<sheet name=\"Macro1\" sheetId=\"2\" state=\"veryHidden\" r:id=\"rId2\"/>", afterSheets: names)
            .Part("xl/macrosheets/sheet1.xml", "<xm:macrosheet xmlns:xm=\"http://schemas.microsoft.com/office/excel/2006/main\"/>").MainRel("rId2", "http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet", "macrosheets/sheet1.xml");
        var result = SomeFile.Sanitise("a.xlsx", office.Build());
        result.Has("OX-02").ShouldBeTrue(result.Describe());
        var workbook = OfficeOutput.Text(result.Output!, "xl/workbook.xml");
        workbook.ShouldNotContain("Macro1");
        workbook.ShouldNotContain("uto_");
        workbook.ShouldContain("範囲");
        OfficeOutput.Text(result.Output!, Sheet).ShouldNotContain("<x:f");
    }

    [Fact, MatrixRow("OX-11", "OX-12", "OX-22")]
    public void Connections_other_books_and_printers_go()
    {
        var office = SomeOffice.Xlsx(Row("1+1"), afterSheetData: "<pageSetup orientation=\"landscape\" r:id=\"rId3\"/>")
            .Part("xl/connections.xml", "<connections><connection connectionString=\"secret\"/></connections>").MainRel("rId5", "connections", "connections.xml")
            .Part("xl/externalLinks/externalLink1.xml", "<externalLink/>").MainRel("rId6", "externalLink", "externalLinks/externalLink1.xml").Rel("xl/externalLinks/externalLink1.xml", "rId1", SomeOffice.Office + "externalLinkPath", "file:///c:/secret.xlsx", true)
            .Part("xl/printerSettings/p.bin", "\\\\secret"u8.ToArray()).Rel(Sheet, "rId3", SomeOffice.Office + "printerSettings", "../printerSettings/p.bin");
        var result = SomeFile.Sanitise("a.xlsx", office.Build());
        foreach (var rule in (string[])["OX-11", "OX-12", "OX-22"]) result.Has(rule).ShouldBeTrue(rule + result.Describe());
        OfficeOutput.All(result.Output!).ShouldNotContain("secret");
        OfficeOutput.Text(result.Output!, Sheet).ShouldContain("landscape");
    }

    [Fact, MatrixRow("OX-09")]
    public void Validation_and_formatting_that_call_out_go_and_empty_holders_with_them()
    {
        const string more = "<conditionalFormatting sqref=\"A1\"><cfRule type=\"expression\" priority=\"1\"><formula>cmd|'x'!A0</formula></cfRule></conditionalFormatting><dataValidations count=\"2\"><dataValidation sqref=\"A1\" type=\"list\"><formula1>$B$1:$B$3</formula1></dataValidation><dataValidation sqref=\"A2\" type=\"custom\"><formula1>WEBSERVICE(A1)</formula1></dataValidation></dataValidations>";
        var sheet = OfficeOutput.Text(SomeFile.Sanitise("a.xlsx", SomeOffice.Xlsx(Row("1+1"), more).Build()).Output!, Sheet);
        sheet.ShouldNotContain("conditionalFormatting");
        sheet.ShouldContain("dataValidations count=\"1\"");
        sheet.ShouldNotContain("WEBSERVICE");
    }

    [Fact, MatrixRow("OX-28", NearMiss = true)]
    public void A_hidden_sheet_is_reported_and_kept_by_default_and_goes_by_policy()
    {
        SomeOffice Book() => SomeOffice.Xlsx(Row("1+1"), moreSheets: "<sheet name=\"隠し\" sheetId=\"2\" state=\"hidden\" r:id=\"rId2\"/>")
            .Part("xl/worksheets/sheet2.xml", $"<worksheet xmlns=\"{SomeOffice.X}\"><sheetData/></worksheet>", "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml").MainRel("rId2", "worksheet", "worksheets/sheet2.xml");
        var kept = SomeFile.Sanitise("a.xlsx", Book().Build());
        kept.Has("OX-28").ShouldBeTrue();
        kept.Outcome.ShouldBe(Outcome.Clean, kept.Describe());
        OfficeOutput.Text(SomeFile.Sanitise("a.xlsx", Book().Build(), new() { KeepHidden = false }).Output!, "xl/workbook.xml").ShouldNotContain("隠し");
    }

    [Fact, MatrixRow("LM-10")]
    public void Too_many_cells_block() =>
        SomeFile.Sanitise("a.xlsx", SomeOffice.Xlsx(string.Concat(Enumerable.Range(1, 30).Select(n => $"<row r=\"{n}\"><c r=\"A{n}\"><v>1</v></c></row>"))).Build(), limits: new() { Cells = 20 }).ShouldStopWith("LM-10");
}
