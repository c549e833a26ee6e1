using System.Text.Json;
using Sekisho.Commands;
using Sekisho.Tests.Sanitizing.Files;
using Sekisho.Verifying;

namespace Sekisho.Tests.Executable.Commands;

/// <summary>The verb with real workers in real sandboxes, without server or database.</summary>
public sealed class SanitiseCommandTests
{
    private static Task<int> Run(params string[] args) => CommandLineEntry.Root(TimeProvider.System).Parse(["sanitise", .. args]).InvokeAsync();

    [Fact]
    public async Task One_file_is_delivered_with_a_report_and_others_are_held_or_blocked()
    {
        var folder = SomeTool.Folder();
        try
        {
            string At(string name) => Path.Combine(folder, name);
            await File.WriteAllBytesAsync(At("in.pdf"), new SomePdf().Catalogue("/OpenAction<</S/JavaScript/JS(x)>>").Build());
            (await Run(At("in.pdf"), "-o", At("out.pdf"), "--report", At("r.json"))).ShouldBe(0);
            OutputVerifier.Verify(await File.ReadAllBytesAsync(At("out.pdf")), "pdf").Forbidden.ShouldBeEmpty();
            using var report = JsonDocument.Parse(await File.ReadAllTextAsync(At("r.json")));
            report.RootElement.GetProperty("outcome").GetString().ShouldBe("Cleaned");
            report.RootElement.GetProperty("scan").GetString().ShouldBe("not asked");
            report.RootElement.GetProperty("findings").EnumerateArray().ShouldContain(f => f.GetProperty("rule").GetString() == "PD-01" && f.GetProperty("ja").GetString() == "PDF内のJavaScriptを除去しました。");

            SomeTool.Run(folder, "/usr/bin/qpdf", "--encrypt", "himitsu", "owner", "256", "--", "in.pdf", "locked.pdf");
            (await Run(At("locked.pdf"), "-o", At("locked.out.pdf"))).ShouldBe(3);
            await File.WriteAllTextAsync(At("pw"), "himitsu\n");
            (await Run(At("locked.pdf"), "-o", At("opened.pdf"), "--password-file", At("pw"))).ShouldBe(0);
            (await File.ReadAllBytesAsync(At("opened.pdf"))).ShouldBe(await File.ReadAllBytesAsync(At("out.pdf")));

            await File.WriteAllBytesAsync(At("a.exe"), "MZ"u8.ToArray());
            (await Run(At("a.exe"), "-o", At("a.out"))).ShouldBe(4);
            File.Exists(At("a.out")).ShouldBeFalse();
            File.Exists(At("locked.out.pdf")).ShouldBeFalse();
            (await Run(At("none.pdf"), "-o", At("x"))).ShouldBe(2);
        }
        finally { Directory.Delete(folder, true); }
    }

    [Fact]
    public void Every_fault_of_a_policy_is_told_at_once()
    {
        var read = SanitisePolicyFile.Read("{\"links\":\"maybe\",\"macros\":\"keep\",\"colour\":\"red\"}");
        read.Refusals.Count.ShouldBe(3);
        SanitisePolicyFile.Read("{\"links\":\"remove\",\"version\":\"v2\"}").Value["policy.links"].ShouldBe("remove");
        SanitisePolicyFile.Read("[").IsOk.ShouldBeFalse();
    }

    [Theory, InlineData("out.pdf", "a.pdf", "out.pdf"), InlineData("out", "a.pdf", "out.pdf"), InlineData("out.docm", "a.docx", "out.docm.docx"), InlineData("out.x", "", "out.x")]
    public void The_output_gets_the_extension_of_what_was_written(string wanted, string written, string expected) => SanitiseCommand.Named(wanted, written).ShouldBe(expected);
}
