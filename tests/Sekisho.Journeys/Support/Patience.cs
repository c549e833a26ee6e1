using System.Diagnostics;

namespace Sekisho.Journeys.Support;

/// <summary>Waiting for something that must come true.</summary>
internal static class Patience
{
    public static async Task UntilAsync(Func<Task<bool>> isTrue, string what, TimeSpan? limit = null)
    {
        var watch = Stopwatch.StartNew();
        while (!await isTrue())
        {
            if (watch.Elapsed > (limit ?? TimeSpan.FromSeconds(60))) throw new TimeoutException("This did not come true: " + what);
            await Task.Delay(250);
        }
    }
}
