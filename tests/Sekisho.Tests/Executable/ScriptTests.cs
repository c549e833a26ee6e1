using System.Diagnostics;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Executable;

/// <summary>The scripts at the top: a wrong word is answered at once, before anything is built or installed.</summary>
public sealed class ScriptTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sekisho-script-").FullName;

    [Theory]
    [InlineData("test", "--help")]
    [InlineData("test", "--yes", "Sekisho.Test")]
    [InlineData("soak")]
    [InlineData("soak", "--help")]
    [InlineData("soak", "gateway", "long")]
    [InlineData("soak", "gateway", "1", "2")]
    [InlineData("bench", "--help")]
    [InlineData("bench", "gateway", "--help")]
    [InlineData("bench", "judge", "fast")]
    public void A_wrong_word_is_a_usage_line(string script, params string[] arguments)
    {
        var (code, error) = Run("exec \"$@\"", [Path.Combine(SharedFiles.RepositoryRoot, script), .. arguments]);
        (code, error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length).ShouldBe((2, 1), error);
        error.ShouldStartWith("使い方: ./" + script);
    }

    [Fact]
    public void What_tests_leave_in_their_temporary_folder_is_named_and_what_the_sdk_leaves_is_not()
    {
        Directory.CreateDirectory(Path.Combine(folder, "gYfxoN"));
        File.WriteAllText(Path.Combine(folder, "clr-debug-pipe-1-2-in"), "");
        Left().ShouldBeEmpty();
        Directory.CreateDirectory(Path.Combine(folder, "sekisho-made-by-a-test"));
        File.WriteAllText(Path.Combine(folder, "gYfxoN", "x"), "");
        Left().Split(' ', StringSplitOptions.RemoveEmptyEntries).ShouldBe(["gYfxoN", "sekisho-made-by-a-test"], ignoreOrder: true);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Left() => Run(". \"$1\"; left_behind \"$2\" 0 >&2", [Path.Combine(SharedFiles.RepositoryRoot, "build", "test-report.sh"), folder]).Error;

    private static (int Code, string Error) Run(string script, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", ["-c", script, "bash", .. arguments]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var error = process.StandardError.ReadToEndAsync();
        if (process.WaitForExit(20_000)) return (process.ExitCode, error.GetAwaiter().GetResult());
        process.Kill(entireProcessTree: true);
        throw new TimeoutException(string.Join(' ', arguments) + " did not answer at once.");
    }
}
