using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing;

namespace Sekisho.Tests.Sanitizing.Files;

/// <summary>Runs the engine the way its callers do.</summary>
internal static class SomeFile
{
    internal static FileResult Sanitise(string name, byte[] bytes, FilePolicy? policy = null, SanitiseLimits? limits = null, INativeTools? tools = null, string? mediaType = null) =>
        FileSanitiser.Sanitise(new(bytes), new(name, mediaType, new(limits ?? new()), policy ?? new(), 0, tools ?? new VipsTools()));

    internal static bool Has(this FileResult result, string rule) => result.Findings.Any(f => f.Rule == rule) || result.Children.Any(c => c.Findings.Any(f => f.Rule == rule));

    internal static FindingAction ActionOf(this FileResult result, string rule) => result.Findings.First(f => f.Rule == rule).Action;

    /// <summary>Blocked or held with this rule, and nothing written (law E1).</summary>
    internal static void ShouldStopWith(this FileResult result, string rule, Outcome outcome = Outcome.Blocked)
    {
        result.Findings.Select(f => f.Rule).ShouldContain(rule);
        result.Outcome.ShouldBe(outcome);
        result.Output.ShouldBeNull();
    }

    internal static string Describe(this FileResult result) => result.Outcome + " " + string.Join("; ", result.Findings.Select(f => f.Rule + "/" + f.Action + "@" + f.Place + "(" + string.Join(",", f.Arguments.Values) + ")"));
}
