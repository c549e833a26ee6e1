using System.Globalization;

namespace Sekisho.Journeys.Support;

/// <summary>
/// A real postfix of the journey's own that takes every mail into maildirs. As root the whole postfix; otherwise postfix's own smtp-sink,
/// because postfix's master needs root. Which one it is, is printed.
/// </summary>
internal sealed class PostfixSink : IAsyncDisposable
{
    private readonly string folder;
    private readonly bool whole;
    private System.Diagnostics.Process? sink;

    private PostfixSink(string folder, int port, bool whole) => (this.folder, Port, this.whole) = (folder, port, whole);

    public int Port { get; }

    public static async Task<PostfixSink> StartAsync(int? port = null)
    {
        var folder = Directory.CreateTempSubdirectory("sekisho-postfix-").FullName;
        var postfix = new PostfixSink(folder, port ?? Ports.Free(), Environment.UserName == "root");
        await postfix.BeginAsync();
        var version = await Command.RunAsync("/usr/sbin/postconf", ["-d", "-h", "mail_version"]);
        Console.WriteLine("peer: postfix " + version.Out.Trim() + (postfix.whole ? "" : " (smtp-sink: the whole postfix needs root)"));
        return postfix;
    }

    /// <summary>Every mail that arrived, as stored, oldest first.</summary>
    public IReadOnlyList<byte[]> Mails() =>
        [.. Directory.EnumerateFiles(Path.Combine(folder, "mail"), "*", SearchOption.AllDirectories)
            .Where(f => !f[folder.Length..].Contains("/tmp/", StringComparison.Ordinal)) // a maildir writes there first
            .OrderBy(File.GetLastWriteTimeUtc).Select(File.ReadAllBytes)];

    /// <summary>To whom the mail was handed over, as the peer wrote it above the mail: a maildir's <c>Delivered-To</c>, smtp-sink's <c>X-Rcpt-Args</c>.</summary>
    public static IReadOnlyList<string> Recipients(byte[] mail)
    {
        var head = System.Text.Encoding.Latin1.GetString(mail).Split("\n\n")[0].Split("\r\n\r\n")[0];
        return [.. head.Split('\n').Select(l => l.Split(' ', 2)).Where(l => l[0] is "Delivered-To:" or "X-Rcpt-Args:").Select(l => l[1].Trim().Split(' ')[0].Trim('<', '>'))];
    }

    public async Task<byte[]> WaitForAsync(string text, TimeSpan limit)
    {
        var needle = System.Text.Encoding.UTF8.GetBytes(text);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        while (watch.Elapsed < limit)
        {
            if (Mails().FirstOrDefault(m => m.AsSpan().IndexOf(needle) >= 0) is { } mail) return mail;
            await Task.Delay(100);
        }
        throw new TimeoutException("No mail with '" + text + "' arrived within " + limit + "; " + Mails().Count + " mails arrived.");
    }

    public async Task StopAsync()
    {
        if (whole) (await PostfixAsync("stop")).Succeeded();
        else sink?.Kill();
    }

    public async Task BeginAsync()
    {
        Directory.CreateDirectory(Path.Combine(folder, "mail"));
        if (whole) (await PostfixAsync("start", Text(Port), "mailbox")).Succeeded();
        else sink = System.Diagnostics.Process.Start("/usr/sbin/smtp-sink", ["-c", "-d", Path.Combine(folder, "mail", "%M."), "127.0.0.1:" + Text(Port), "100"]);
    }

    private Task<Command> PostfixAsync(string verb, params string[] more) =>
        Command.RunAsync("/bin/bash", [Path.Combine(Checkout.Root, "benchmarks", "peers", "postfix.sh"), verb, folder, .. more]);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        sink?.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
