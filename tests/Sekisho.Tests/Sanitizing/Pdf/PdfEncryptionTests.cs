using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing;
using Sekisho.Tests.Sanitizing.Files;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Sanitizing.Pdf;

/// <summary>PD-13 on files qpdf closed: every key length, with and without a password to open.</summary>
public class PdfEncryptionTests
{
    private static byte[] Closed(string user, params string[] how)
    {
        var folder = SomeTool.Folder();
        try
        {
            File.WriteAllBytes(Path.Combine(folder, "in.pdf"), new SomePdf().Catalogue("/Lang(ja)").Build());
            SomeTool.Run(folder, "/usr/bin/qpdf", ["--allow-weak-crypto", "--encrypt", user, "owner", .. how, "--", "in.pdf", "out.pdf"]);
            return File.ReadAllBytes(Path.Combine(folder, "out.pdf"));
        }
        finally { Directory.Delete(folder, true); }
    }

    private static FileResult Open(byte[] pdf, string? password) => FileSanitiser.Sanitise(new(pdf), new("a.pdf", null, new(new()), new(), 0, new VipsTools()) { Password = password });

    public static TheoryData<string[]> Keys => [["40"], ["128"], ["128", "--use-aes=y"], ["128", "--force-V4"], ["256"], ["256", "--force-R5"], ["128", "--use-aes=y", "--cleartext-metadata"]];

    [Theory, MatrixRow("PD-13"), MemberData(nameof(Keys))]
    public void A_file_anybody_may_read_is_opened_and_one_with_a_password_is_held(string[] how)
    {
        var plain = SomeFile.Sanitise("a.pdf", new SomePdf().Catalogue("/Lang(ja)").Build()).Output;
        var open = Open(Closed("", how), null);
        open.Output.ShouldBe(plain, open.Describe());
        open.ActionOf("PD-13").ShouldBe(FindingAction.Rewritten);
        var locked = Closed("himitsu", how);
        Open(locked, null).ShouldStopWith("PD-13", Outcome.Held);
        Open(locked, "chigau").ShouldStopWith("PD-13", Outcome.Held);
        Open(locked, "himitsu").Output.ShouldBe(plain);
        Open(locked, "owner").Output.ShouldBe(plain);
    }

    [Fact, MatrixRow("PD-13")]
    public void A_handler_we_do_not_know_blocks() =>
        SomeFile.Sanitise("a.pdf", new SomePdf().Trailer("/Encrypt 6 0 R").Add("<</Filter/Adobe.PubSec/V 4>>").Build()).ShouldStopWith("PD-13");

    [Fact, MatrixRow("PD-13", NearMiss = true)]
    public void A_password_nobody_asked_for_changes_nothing() => Open(new SomePdf().Build(), "himitsu").Outcome.ShouldBe(Outcome.Clean);
}
