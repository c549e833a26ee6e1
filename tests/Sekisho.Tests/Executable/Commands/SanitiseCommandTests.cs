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
            report.RootElement.GetProperty("findings").EnumerateArray().ShouldContain(f => f.GetProperty("rule").GetString() == "PD-01" && f.GetProperty("ja").GetString() == "PDF内のJavaScriptを除去しました。" && f.GetProperty("en").GetString() == "JavaScript in the PDF was removed.");
            report.RootElement.GetProperty("level").GetString().ShouldBe("rebuild");
            ShouldFitTheSchema(report.RootElement);

            SomeTool.Run(folder, "/usr/bin/qpdf", "--encrypt", "himitsu", "owner", "256", "--", "in.pdf", "locked.pdf");
            (await Run(At("locked.pdf"), "-o", At("locked.out.pdf"))).ShouldBe(3);
            await File.WriteAllTextAsync(At("pw"), "himitsu\n");
            (await Run(At("locked.pdf"), "-o", At("opened.pdf"), "--password-file", At("pw"))).ShouldBe(0);
            (await File.ReadAllBytesAsync(At("opened.pdf"))).ShouldBe(await File.ReadAllBytesAsync(At("out.pdf")));

            // Given locked again where the policy says so: other programs open it with the password.
            await File.WriteAllTextAsync(At("lock.yaml"), "passwords: protect\n");
            (await Run(At("locked.pdf"), "-o", At("again.pdf"), "--password-file", At("pw"), "--policy", At("lock.yaml"), "--report", At("l.json"))).ShouldBe(0);
            SomeTool.Run(folder, "/usr/bin/bsdtar", "--passphrase", "himitsu", "-xf", "again.pdf.zip");
            (await File.ReadAllBytesAsync(At("locked.pdf"))).ShouldBe(await File.ReadAllBytesAsync(At("out.pdf")));
            using var locked = JsonDocument.Parse(await File.ReadAllTextAsync(At("l.json")));
            ShouldFitTheSchema(locked.RootElement);
            (locked.RootElement.GetProperty("output").GetProperty("name").GetString(), locked.RootElement.GetProperty("output").GetProperty("type").GetString()).ShouldBe(("again.pdf.zip", "zip"));

            await File.WriteAllBytesAsync(At("a.exe"), "MZ"u8.ToArray());
            (await Run(At("a.exe"), "-o", At("a.out"))).ShouldBe(4);
            File.Exists(At("a.out")).ShouldBeFalse();
            File.Exists(At("locked.out.pdf")).ShouldBeFalse();
            (await Run(At("none.pdf"), "-o", At("x"))).ShouldBe(2);

            // The level below, by a policy: another extension behind OUT, and the report says so.
            await File.WriteAllTextAsync(At("p.yaml"), "version: only-text\nrules:\n  - { from: Z_INET, levels: [text] }\n");
            (await Run(At("in.pdf"), "-o", At("drawn.pdf"), "--policy", At("p.yaml"), "--from", "Z_INET", "--report", At("t.json"))).ShouldBe(0);
            (await File.ReadAllTextAsync(At("drawn.pdf.txt"))).ShouldContain("Visible text");
            using var text = JsonDocument.Parse(await File.ReadAllTextAsync(At("t.json")));
            ShouldFitTheSchema(text.RootElement);
            (text.RootElement.GetProperty("level").GetString(), text.RootElement.GetProperty("policy").GetString(), text.RootElement.GetProperty("output").GetProperty("name").GetString()).ShouldBe(("text", "only-text", "drawn.pdf.txt"));
            await File.WriteAllTextAsync(At("bad.yaml"), "levels: [fast]\n");
            (await Run(At("in.pdf"), "-o", At("x"), "--policy", At("bad.yaml"))).ShouldBe(2);
        }
        finally { Directory.Delete(folder, true); }
    }

    [Fact]
    public async Task A_folder_is_treated_side_by_side_and_a_second_call_goes_on_where_the_first_ended()
    {
        var folder = SomeTool.Folder();
        try
        {
            var (from, to) = (Path.Combine(folder, "in"), Path.Combine(folder, "out"));
            Directory.CreateDirectory(Path.Combine(from, "課"));
            await File.WriteAllTextAsync(Path.Combine(from, "a.csv"), "品名,数\nペン,=1+1\n");
            await File.WriteAllTextAsync(Path.Combine(from, "課", "b.html"), "<html><body><script>x</script>本文</body></html>");
            await File.WriteAllBytesAsync(Path.Combine(from, "c.exe"), "MZ"u8.ToArray());
            (await Run("--batch", from, "-o", to, "--jobs", "2")).ShouldBe(0);
            File.Exists(Path.Combine(to, "a.csv")).ShouldBeTrue();
            File.Exists(Path.Combine(to, "課", "b.html.txt")).ShouldBeTrue();
            File.Exists(Path.Combine(to, "c.exe")).ShouldBeFalse();
            var report = await File.ReadAllTextAsync(Path.Combine(to, SanitiseBatch.Report));
            using var read = JsonDocument.Parse(report);
            read.RootElement.GetProperty("files").EnumerateArray().Select(f => f.GetProperty("path").GetString() + " " + f.GetProperty("outcome").GetString()).ShouldBe(["a.csv Cleaned", "c.exe Blocked", "課/b.html Text"]);
            ShouldFitTheSchema(read.RootElement.GetProperty("files")[0]);
            SomeFile.Sanitise("s.xlsx", await File.ReadAllBytesAsync(Path.Combine(to, SanitiseBatch.Summary))).Output.ShouldNotBeNull();

            // The second call treats the changed file only: the others keep the moment they were treated at.
            await File.WriteAllTextAsync(Path.Combine(from, "a.csv"), "品名,数\n紙,1\n");
            (await Run("--batch", from, "-o", to)).ShouldBe(0);
            using var again = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(to, SanitiseBatch.Report)));
            string Started(JsonDocument d, int n) => d.RootElement.GetProperty("files")[n].GetProperty("started").GetString()!;
            Started(again, 1).ShouldBe(Started(read, 1));
            Started(again, 2).ShouldBe(Started(read, 2));
            Started(again, 0).ShouldNotBe(Started(read, 0));
            (await Run("--batch", Path.Combine(folder, "none"), "-o", to)).ShouldBe(2);
            (await Run(Path.Combine(from, "a.csv"), "--batch", from, "-o", to)).ShouldBe(2);
        }
        finally { Directory.Delete(folder, true); }
    }

    [Fact, Support.MatrixRow("ID-11")]
    public async Task A_scanner_that_does_not_answer_holds()
    {
        var folder = SomeTool.Folder();
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "a.txt"), "本文");
            (await Run(Path.Combine(folder, "a.txt"), "-o", Path.Combine(folder, "out.txt"), "--scanner", Path.Combine(folder, "no.sock"), "--report", Path.Combine(folder, "r.json"))).ShouldBe(3);
            File.Exists(Path.Combine(folder, "out.txt")).ShouldBeFalse();
            (await File.ReadAllTextAsync(Path.Combine(folder, "r.json"))).ShouldContain("ID-11");
        }
        finally { Directory.Delete(folder, true); }
    }

    private static void ShouldFitTheSchema(JsonElement report)
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(Support.SharedFiles.RepositoryRoot, "docs", "sanitise-report.schema.json")));
        Support.SmallSchema.Faults(schema.RootElement, report).ShouldBeEmpty();
        var spoilt = System.Text.Json.Nodes.JsonNode.Parse(report.GetRawText())!.AsObject();
        spoilt["outcome"] = "Fine";
        spoilt["extra"] = 1;
        ((System.Text.Json.Nodes.JsonObject)spoilt["input"]!).Remove("sha256");
        using var read = JsonDocument.Parse(spoilt.ToJsonString());
        Support.SmallSchema.Faults(schema.RootElement, read.RootElement).Count.ShouldBe(3);
    }

    [Theory, InlineData("out.pdf", "a.pdf", "out.pdf"), InlineData("out", "a.pdf", "out.pdf"), InlineData("out.docm", "a.docx", "out.docm.docx"), InlineData("out.x", "", "out.x")]
    public void The_output_gets_the_extension_of_what_was_written(string wanted, string written, string expected) => SanitiseCommand.Named(wanted, written).ShouldBe(expected);
}
