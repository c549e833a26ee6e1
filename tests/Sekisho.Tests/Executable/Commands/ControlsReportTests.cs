using Sekisho.Commands;
using Sekisho.Kernel.Verdicts;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Executable.Commands;

public sealed class ControlsReportTests
{
    [Fact]
    public void Every_verdict_and_fact_of_the_foundation_is_asked_for()
    {
        var report = ControlsReport.Of(ContentFiles.Catalogue, "foundation", []).ShouldNotBeNull();
        var controls = ContentFiles.Catalogue.Controls.Where(c => c.DeliveredBy == "foundation").ToList();
        controls.Count.ShouldBe(17);
        report.Missing.ShouldBe(controls.Sum(c => ControlsReport.Named(c).Count + ControlsReport.Needed(c).Count()));
        ControlsReport.Named(ContentFiles.Catalogue["SAN-01"]).ShouldBe([Verdict.Conforming, Verdict.Partial, Verdict.NonConforming, Verdict.Unknown, Verdict.Unmeasurable]);
        ControlsReport.Named(ContentFiles.Catalogue["ORG-03"]).ShouldBe([Verdict.Conforming, Verdict.Partial, Verdict.NonConforming, Verdict.Unknown]);
    }

    [Fact]
    public void What_was_reached_is_no_longer_missing_and_nothing_left_is_done()
    {
        var rows = ContentFiles.Catalogue.Controls.Where(c => c.DeliveredBy == "foundation").SelectMany(c =>
            ControlsReport.Named(c).Select((v, i) => new ControlsReport.Reached(c.Id, i == 0 ? v.Japanese() : v.Code(), "", "mail")).Concat(ControlsReport.Needed(c).Select(f => new ControlsReport.Reached(c.Id, "", f, "city")))).ToList();
        ControlsReport.Of(ContentFiles.Catalogue, "foundation", rows)!.Missing.ShouldBe(0);
        var without = ControlsReport.Of(ContentFiles.Catalogue, "foundation", [.. rows.Where(r => r.Fact != "mail.sanitised")])!;
        without.Missing.ShouldBe(1);
        without.Lines[^1].ShouldContain("SAN-01");
    }

    [Fact]
    public void A_work_nobody_knows_is_no_report() => ControlsReport.Of(ContentFiles.Catalogue, "nothing", []).ShouldBeNull();

    [Fact]
    public void Rows_are_read_after_the_header() =>
        ControlsReport.Rows("control_id\tverdict\tfact\tjourney\nSAN-01\tconforming\tmail.accepted\tmail\n").ShouldBe([new("SAN-01", "conforming", "mail.accepted", "mail")]);

    [Fact]
    public void Without_a_run_of_the_tests_the_verb_says_so() => ControlsCommand.Run("foundation", Path.Combine(Path.GetTempPath(), "none-" + Guid.Empty), TextWriter.Null).ShouldBe(2);
}
