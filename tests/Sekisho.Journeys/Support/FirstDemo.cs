using System.Diagnostics;

namespace Sekisho.Journeys.Support;

/// <summary>The first start of 関所市, as a newcomer makes it: with its year of history, then stopped. Several journeys go on from copies of it.</summary>
internal sealed record FirstDemo(string Data, string Screen, Process Guard)
{
    private static readonly Lazy<Task<FirstDemo>> Once = new(StartAsync);

    public static Task<FirstDemo> GetAsync() => Once.Value;

    private static async Task<FirstDemo> StartAsync()
    {
        var at = await Installation.StartAsync("demo");
        await at.StopAsync();
        return new(at.Data, at.FirstScreen, RemovesAtTheEnd(at.Parent));
    }

    // A shell that waits on our pipe removes it when we are gone, however we go.
    private static Process RemovesAtTheEnd(string folder) =>
        Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "cat >/dev/null; rm -rf \"$1\"", "sh", folder]) { RedirectStandardInput = true }) ?? throw new InvalidOperationException("sh does not start.");
}
