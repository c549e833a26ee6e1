using Sekisho.Gate.Scanning;

namespace Sekisho.Tests.Gate.Scanning;

public sealed class ClamdScannerTests
{
    [Theory]
    [InlineData("stream: OK", "Clean", "")]
    [InlineData("stream: Sekisho.Test.UNOFFICIAL FOUND", "Infected", "Sekisho.Test.UNOFFICIAL")]
    [InlineData("INSTREAM size limit exceeded. ERROR", "Unavailable", "INSTREAM size limit exceeded. ERROR")]
    [InlineData("", "Unavailable", "")]
    [InlineData("stream:  FOUND", "Unavailable", "stream:  FOUND")]
    public void Only_a_clear_answer_counts(string answer, string outcome, string name)
    {
        var result = ClamdScanner.Judge(answer, "clamd", "");
        (result.Outcome.ToString(), result.Name).ShouldBe((outcome, name));
    }

    [Fact]
    public async Task A_scanner_that_is_away_is_unavailable()
    {
        var scanner = new ClamdScanner(ScannerOptions.At("/nonexistent/clamd.sock"), TimeProvider.System);
        (await scanner.ScanAsync(new byte[10], default)).Outcome.ShouldBe(ScanOutcome.Unavailable);
    }
}
