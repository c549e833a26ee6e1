using System.Diagnostics;
using System.Globalization;
using Sekisho.Bench.Support;
using Sekisho.PolicyText;
using Sekisho.PolicyText.Review;

namespace Sekisho.Bench.Policy;

/// <summary>Engine time of an import of 200 articles: the longest layout of the corpus, made longer by articles of the same kind.</summary>
internal static class PolicyBench
{
    private const int Articles = 200, Runs = 40;

    public static int Run()
    {
        var machine = Machine.Describe();
        var text = Text();
        var (times, processor) = (new List<double>(), new List<double>());
        using var process = Process.GetCurrentProcess();
        ParsedPolicy? policy = null;
        for (var i = 0; i <= Runs; i++)
        {
            var clock = Stopwatch.StartNew();
            process.Refresh();
            var before = process.TotalProcessorTime;
            policy = PolicyParser.Parse(text);
            _ = ReviewTree.Of(policy).ToPolicy();
            times.Add(clock.Elapsed.TotalMilliseconds);
            process.Refresh();
            processor.Add((process.TotalProcessorTime - before).TotalMilliseconds);
        }
        var articles = policy!.All.Count(c => c.Level == ClauseLevel.Article);
        if (articles < Articles) throw new InvalidOperationException("The text has too few articles: " + articles.ToString(CultureInfo.InvariantCulture));
        var (warm, used) = (times.Skip(1).Order().ToArray(), processor.Skip(1).Order().ToArray());
        Results.Append("policy", TimeProvider.System.GetUtcNow(), machine,
        [
            string.Create(CultureInfo.InvariantCulture, $"{articles} articles, {policy.All.Count:N0} clauses, {text.Length:N0} characters: parsed and made ready for review"),
            string.Create(CultureInfo.InvariantCulture, $"engine time on the wall: cold {times[0]:F0} ms; warm p50 {warm[warm.Length / 2]:F0} ms, worst of {Runs} {warm[^1]:F0} ms (limit 300 ms)"),
            string.Create(CultureInfo.InvariantCulture, $"processor time, compiler and collector included: cold {processor[0]:F0} ms; warm p50 {used[used.Length / 2]:F0} ms, worst {used[^1]:F0} ms"),
        ]);
        return 0;
    }

    private static string Text()
    {
        var text = File.ReadAllText(Path.Combine(Results.Repository(), "tests", "corpus", "layouts", "chapters-and-180-articles", "input.txt"));
        var more = string.Concat(Enumerable.Range(181, Articles - 180).Select(n => string.Create(CultureInfo.InvariantCulture, $"（追加の{n}）\n第{n}条　課の管理者は、記録を残す。\n２　前項の記録は、五年間保存する。\n(1)　台帳\n(2)　届出の写し\n")));
        var end = text.LastIndexOf("附　則", StringComparison.Ordinal);
        return text[..end] + more + "\n" + text[end..];
    }
}
