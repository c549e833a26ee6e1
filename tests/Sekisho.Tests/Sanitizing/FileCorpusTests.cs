using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Tests.Sanitizing.Files;
using Sekisho.Tests.Support;
using Sekisho.Verifying;

namespace Sekisho.Tests.Sanitizing;

/// <summary>A folder is a case (<see cref="FileCase"/>). Each case also keeps the laws: fail closed, verified by the second reader, same bytes again, nothing to do the second time.</summary>
public class FileCorpusTests
{
    public static TheoryData<string> Cases => [.. FileCase.All.Select(c => c.Name)];

    [Theory, MatrixRow("E1", "E3", "E4", "E5", "E7", "E8"), MemberData(nameof(Cases))]
    public void A_file_comes_out_as_written_down(string name)
    {
        var one = new FileCase(Path.Combine(FileCase.Root, name));
        var result = one.Run();
        Approved.Match(one.Expected, FileCase.Describe(result).TrimEnd('\n').Split('\n'));
        var found = result.Findings.Concat(result.Children.SelectMany(c => c.Findings)).ToLookup(f => f.Rule);
        foreach (var row in one.Rows)
            if (one.IsNearMiss) found[row].ShouldAllBe(f => f.Action == FindingAction.Kept || f.Action == FindingAction.Rewritten, row);
            else found[row].ShouldNotBeEmpty(row);
        if (one.IsNearMiss) result.Output.ShouldNotBeNull();
        if (result.Output is not { } output)
        {
            result.Outcome.ShouldBeOneOf(Outcome.Held, Outcome.Blocked);
            return;
        }
        OutputVerifier.Verify(output, result.OutputType, result.Outcome.ToString()).Forbidden.ShouldBeEmpty();
        one.Run().Output.ShouldBe(output);
        var again = one.Again(result.OutputName, output);
        again.Outcome.ShouldBe(Outcome.Clean, again.Describe());
        again.DetectedType.ShouldBe(result.OutputType);
        if (result.OutputType is not "jpeg") again.Output.ShouldBe(output);
    }
}
