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
        if (whole) (await Command.RunAsync("/usr/sbin/postfix", ["-c", Path.Combine(folder, "conf"), "stop"])).Succeeded();
        else sink?.Kill();
    }

    public async Task BeginAsync()
    {
        Directory.CreateDirectory(Path.Combine(folder, "mail"));
        if (whole) await BeginWholeAsync();
        else sink = System.Diagnostics.Process.Start("/usr/sbin/smtp-sink", ["-c", "-d", Path.Combine(folder, "mail", "%M."), "127.0.0.1:" + Text(Port), "100"]);
    }

    private async Task BeginWholeAsync()
    {
        foreach (var name in new[] { "conf", "queue", "data" }) Directory.CreateDirectory(Path.Combine(folder, name));
        (await Command.RunAsync("/bin/chmod", ["755", folder])).Succeeded();
        (await Command.RunAsync("/bin/chown", ["postfix", Path.Combine(folder, "data")])).Succeeded();
        (await Command.RunAsync("/bin/chown", ["nobody", Path.Combine(folder, "mail")])).Succeeded();
        await File.WriteAllTextAsync(Path.Combine(folder, "conf", "main.cf"), Main());
        await File.WriteAllTextAsync(Path.Combine(folder, "conf", "master.cf"), Master());
        (await Command.RunAsync("/usr/sbin/postfix", ["-c", Path.Combine(folder, "conf"), "start"])).Succeeded();
    }

    private string Main() => $"""
        compatibility_level = 3.6
        config_directory = {folder}/conf
        queue_directory = {folder}/queue
        data_directory = {folder}/data
        command_directory = /usr/sbin
        daemon_directory = /usr/lib/postfix/sbin
        mail_owner = postfix
        setgid_group = postdrop
        inet_interfaces = 127.0.0.1
        inet_protocols = ipv4
        myhostname = inside.sekisho.example
        mydestination =
        mynetworks = 127.0.0.0/8
        virtual_mailbox_domains = static:ALL
        virtual_mailbox_base = {folder}/mail
        virtual_mailbox_maps = static:all/
        virtual_uid_maps = static:65534
        virtual_gid_maps = static:65534
        smtpd_recipient_restrictions = permit_mynetworks, reject
        message_size_limit = 0
        virtual_mailbox_limit = 0
        maillog_file = {folder}/mail.log
        maillog_file_prefixes = /tmp, /var

        """;

    private string Master() => $"""
        127.0.0.1:{Text(Port)} inet n - n - - smtpd
        pickup unix n - n 60 1 pickup
        cleanup unix n - n - 0 cleanup
        qmgr unix n - n 300 1 qmgr
        rewrite unix - - n - - trivial-rewrite
        bounce unix - - n - 0 bounce
        defer unix - - n - 0 bounce
        trace unix - - n - 0 bounce
        flush unix n - n 1000? 0 flush
        proxymap unix - - n - - proxymap
        error unix - - n - - error
        retry unix - - n - - error
        virtual unix - n n - - virtual
        anvil unix - - n - 1 anvil
        postlog unix-dgram n - n - 1 postlogd

        """;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        sink?.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
