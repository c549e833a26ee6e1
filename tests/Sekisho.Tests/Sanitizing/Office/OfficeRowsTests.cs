using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Tests.Sanitizing.Files;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Sanitizing.Office;

public class OfficeRowsTests
{
    [Theory, MatrixRow("OX-05", "OX-18", "OX-21"), InlineData("oleObject", "file:///c:/x.xls", true, "OX-05"), InlineData("chartUserShapes", "extra/part1.xml", false, "OX-18"), InlineData("font", "extra/part1.xml", false, "OX-21")]
    public void A_relationship_that_carries_or_fetches_goes_by_its_row(string type, string target, bool external, string rule)
    {
        var office = SomeOffice.Docx(SomeOffice.P("本文"));
        if (!external) office.Part("word/extra/part1.xml", "<x/>");
        var result = SomeFile.Sanitise("a.docx", office.MainRel("rId9", type, target, external).Build());
        result.Has(rule).ShouldBeTrue(result.Describe());
        OfficeOutput.All(result.Output!).ShouldNotContain("part1");
        OfficeOutput.All(result.Output!).ShouldNotContain("x.xls");
    }

    [Fact, MatrixRow("OX-05", "OX-18", "OX-21", NearMiss = true)]
    public void Words_about_such_parts_stay()
    {
        var result = SomeFile.Sanitise("a.docx", SomeOffice.Docx(SomeOffice.P("oleObject と font1.odttf と userShapes の話")).Build());
        result.Outcome.ShouldBe(Outcome.Clean, result.Describe());
        OfficeOutput.All(result.Output!).ShouldContain("font1.odttf");
    }

    [Fact, MatrixRow("OX-29", NearMiss = true)]
    public void Protection_of_a_sheet_stays_and_is_told()
    {
        var result = SomeFile.Sanitise("a.xlsx", SomeOffice.Xlsx("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", "<sheetProtection sheet=\"1\" objects=\"1\"/>").Build());
        result.ActionOf("OX-29").ShouldBe(FindingAction.Kept);
        result.Outcome.ShouldBe(Outcome.Clean, result.Describe());
    }
}
