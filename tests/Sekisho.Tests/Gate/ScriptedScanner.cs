using System.Text;
using Sekisho.Gate.Scanning;

namespace Sekisho.Tests.Gate;

/// <summary>Finds the word VIRUS; can be switched off.</summary>
internal sealed class ScriptedScanner : IScanner
{
    public bool Away { get; set; }

    public Task<ScanResult> ScanAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        var outcome = Away ? ScanOutcome.Unavailable : Encoding.UTF8.GetString(bytes.Span).Contains("VIRUS", StringComparison.Ordinal) ? ScanOutcome.Infected : ScanOutcome.Clean;
        return Task.FromResult(new ScanResult(outcome, outcome == ScanOutcome.Infected ? "Test.Virus" : "", "scripted", "1"));
    }
}
