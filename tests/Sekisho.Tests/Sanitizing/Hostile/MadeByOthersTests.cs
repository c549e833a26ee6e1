using System.Text;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Tests.Sanitizing.Files;
using Sekisho.Tests.Support;
using Sekisho.Verifying;

namespace Sekisho.Tests.Sanitizing.Hostile;

/// <summary>A sample of the hostile files that programs of others make; all of them, judged by eyes of others, are <c>./bench efficacy</c>.</summary>
public class MadeByOthersTests
{
    public static TheoryData<string> Quick => [.. MadeByOthers.All.Where(c => c.IsInTests).Select(c => c.File)];

    [Theory, MemberData(nameof(Quick)), MatrixRow("E1", "E2", "PD-01", "PD-02", "PD-03", "PD-08", "IM-02", "ZP-04", "ZP-07", "TR-01", "BK-01")]
    public void Nothing_of_what_was_put_in_comes_out(string name)
    {
        var one = MadeByOthers.All.Single(c => c.File == name);
        if (!one.CanBeMade) return; // said by the benchmark: the machine has no such program
        var folder = SomeTool.Folder();
        try
        {
            var bytes = File.ReadAllBytes(one.Make(folder, folder, 9));
            var result = SomeFile.Sanitise(name, bytes);
            result.Findings.ShouldContain(f => f.Action != FindingAction.Kept, name);
            if (result.Output is not { } output)
            {
                result.Outcome.ShouldBeOneOf(Outcome.Blocked, Outcome.Held);
                return;
            }
            Encoding.Latin1.GetString(output).ShouldNotContain(MadeByOthers.Marker);
            OutputVerifier.Verify(output, result.OutputType, result.Outcome.ToString()).Forbidden.ShouldBeEmpty();
        }
        finally { Directory.Delete(folder, recursive: true); }
    }

    [Fact]
    public void There_are_at_least_thirty_and_each_has_a_name_of_its_own()
    {
        MadeByOthers.All.Count.ShouldBeGreaterThanOrEqualTo(30);
        MadeByOthers.All.Select(c => c.File).Distinct().Count().ShouldBe(MadeByOthers.All.Count);
    }
}
