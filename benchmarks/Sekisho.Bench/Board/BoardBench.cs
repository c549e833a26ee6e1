using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Sekisho.Bench.Support;
using Sekisho.Tests.Web;

namespace Sekisho.Bench.Board;

/// <summary>The page of sixty articles by sixty units over the loopback, for one who sees all of it and for the head of one unit: time and SQL statements.</summary>
internal static class BoardBench
{
    private const int Rounds = 30;

    public static async Task<int> RunAsync()
    {
        var machine = Machine.Describe();
        await using var cluster = await BenchCluster.StartAsync();
        await using var city = await BenchCity.StartAsync(cluster);
        var lines = new List<string> { Text($"{BenchCity.Articles} articles × {BenchCity.Units} units, {city.Facts:N0} records in the ledger") };
        foreach (var login in new[] { "ciso", "head" }) lines.Add(await OneAsync(city, login));
        Results.Append("board", TimeProvider.System.GetUtcNow(), machine, lines);
        return 0;
    }

    private static async Task<string> OneAsync(BenchCity city, string login)
    {
        var browser = new Browser(city.Address, new CookieContainer());
        var signed = await browser.SubmitAsync("/signin", "signin", ("login", login), ("password", BenchCity.Password));
        if (signed.Status != 303) throw new InvalidOperationException("Sign-in of " + login + ": " + signed.Status.ToString(CultureInfo.InvariantCulture));
        using var counter = new StatementCounter();
        var times = new List<double>();
        var statements = new List<int>();
        var body = "";
        for (var i = 0; i <= Rounds; i++)
        {
            using var trace = new Activity("board").Start();
            var clock = Stopwatch.StartNew();
            var answer = await browser.GetAsync("/conformity");
            times.Add(clock.Elapsed.TotalMilliseconds);
            if (answer.Status != 200) throw new InvalidOperationException("The board answered " + answer.Status.ToString(CultureInfo.InvariantCulture));
            body = answer.Body;
            statements.Add(counter.Of(trace.TraceId));
        }
        var warm = times.Skip(1).Order().ToArray();
        var cells = Regex.Count(body, "<td data-value=", RegexOptions.NonBacktracking);
        return Text($"{login}: {cells:N0} cells, {body.Length / 1024:N0} KiB; first {times[0]:F0} ms, then p50 {warm[warm.Length / 2]:F0} ms, p95 {warm[(int)(warm.Length * 0.95)]:F0} ms, longest {warm[^1]:F0} ms over {Rounds}; SQL statements {statements.Skip(1).Min()} to {statements.Skip(1).Max()}");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
