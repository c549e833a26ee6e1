using System.Collections.Concurrent;
using System.Diagnostics;

namespace Sekisho.Tests.Web;

/// <summary>Counts the SQL statements one request needs: the request carries the trace of the test, and so does every statement made for it.</summary>
internal sealed class StatementCounter : IDisposable
{
    private readonly ConcurrentBag<ActivityTraceId> seen = [];
    private readonly ActivityListener listener;

    public StatementCounter()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Npgsql" or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => { if (activity.Source.Name == "Npgsql" && activity.Kind == ActivityKind.Client) seen.Add(activity.TraceId); },
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>The least of three looks: once in a while a request also notes that its session is still in use.</summary>
    public async Task<(int Statements, string Body)> OfAsync(Browser browser, string path)
    {
        var first = await OnceAsync(browser, path);
        return (Math.Min(first.Statements, Math.Min((await OnceAsync(browser, path)).Statements, (await OnceAsync(browser, path)).Statements)), first.Body);
    }

    private async Task<(int Statements, string Body)> OnceAsync(Browser browser, string path)
    {
        using var trace = new Activity("counted").Start();
        var answer = await browser.GetAsync(path);
        if (answer.Status != 200) throw new InvalidOperationException($"{path} answered {answer.Status}");
        return (Of(trace.TraceId), answer.Body);
    }

    /// <summary>How many statements were made so far for the request of this trace.</summary>
    public int Of(ActivityTraceId trace) => seen.Count(id => id == trace);

    public void Dispose() => listener.Dispose();
}
