using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Sekisho.Watch.Mail;

/// <summary>
/// A mailbox of ours for probe mails only: an SMTP server on loopback that takes what the gateway delivers and hands it to whoever waits for
/// the token in it. It keeps nothing.
/// </summary>
internal sealed class ProbeSink(MailProbeOptions options, ILogger<ProbeSink> log) : BackgroundService
{
    // A probe mail has some twenty lines; more than this is not ours.
    private const int MostLines = 2_000;
    private readonly ConcurrentDictionary<string, TaskCompletionSource<string>> waiting = new(StringComparer.Ordinal);

    /// <summary>Completes with the delivered text of the mail that carries the token.</summary>
    public Task<string> WaitForAsync(string token) =>
        waiting.GetOrAdd(token, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Forget(string token) => waiting.TryRemove(token, out _);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var listener = new TcpListener(IPAddress.Loopback, options.SinkPort);
        listener.Start();
        try
        {
            while (true) _ = ServeAsync(await listener.AcceptTcpClientAsync(stoppingToken), stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            listener.Stop();
        }
    }

    private async Task ServeAsync(TcpClient client, CancellationToken ct)
    {
        using (client)
        {
            try
            {
                await ConverseAsync(new SmtpLines(client.GetStream()), ct);
            }
            catch (Exception e) when (e is IOException or SocketException or InvalidDataException or OperationCanceledException)
            {
                log.LogInformation("The probe's sink lost a connection: {Reason}", e.GetType().Name);
            }
        }
    }

    private async Task ConverseAsync(SmtpLines lines, CancellationToken ct)
    {
        await lines.WriteAsync("220 probe.sekisho.invalid ESMTP", ct);
        while (await lines.ReadAsync(ct) is { } line)
        {
            var verb = line.Split(' ', 2)[0].ToUpperInvariant();
            switch (verb)
            {
                case "DATA":
                    await lines.WriteAsync("354 go ahead", ct);
                    Deliver(await BodyAsync(lines, ct));
                    await lines.WriteAsync("250 taken", ct);
                    break;
                case "QUIT":
                    await lines.WriteAsync("221 bye", ct);
                    return;
                case "EHLO" or "HELO" or "MAIL" or "RCPT" or "RSET" or "NOOP":
                    await lines.WriteAsync("250 ok", ct);
                    break;
                default:
                    await lines.WriteAsync("502 not here", ct);
                    break;
            }
        }
    }

    private static async Task<string> BodyAsync(SmtpLines lines, CancellationToken ct)
    {
        var body = new List<string>();
        while (await lines.ReadAsync(ct) is { } line && line != ".")
            if (body.Count < MostLines) body.Add(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line);
        return string.Join("\r\n", body);
    }

    private void Deliver(string message)
    {
        foreach (var (token, wait) in waiting)
            if (message.Contains(token, StringComparison.Ordinal)) wait.TrySetResult(message);
    }
}
