using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Sekisho.Kernel;
using Sekisho.Watch.Functions;
using Sekisho.Watch.Mail;

namespace Sekisho.Tests.Watch;

/// <summary>The probe against a gateway that passes mails on, changed by the test.</summary>
public sealed class MailProbeTests
{
    [Fact]
    public async Task A_gateway_that_turns_html_into_text_passes() =>
        (await TryAsync(m => m.Replace("text/html", "text/plain", StringComparison.Ordinal).Replace("<script>window.probe()</script>", "", StringComparison.Ordinal)))
            .ShouldBe(CheckResult.Pass);

    [Fact]
    public async Task A_gateway_that_passes_the_original_fails() => (await TryAsync(m => m)).ShouldBe(CheckResult.Fail("not-sanitised"));

    [Fact]
    public async Task A_gateway_that_swallows_the_mail_fails() => (await TryAsync(_ => null)).ShouldBe(CheckResult.Fail("not-delivered"));

    [Fact]
    public async Task A_gateway_that_is_not_there_fails()
    {
        var options = new MailProbeOptions(FreePort(), FreePort(), "p@probe.sekisho.invalid", TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(2));
        using var sink = new ProbeSink(options, NullLogger<ProbeSink>.Instance);
        (await new MailProbe(options, sink, TimeProvider.System, IdSource.Seeded("p")).TryAsync(CancellationToken.None))
            .ShouldBe(CheckResult.Fail("listener-unreachable"));
    }

    private static async Task<CheckResult> TryAsync(Func<string, string?> gateway)
    {
        var options = new MailProbeOptions(FreePort(), FreePort(), "p@probe.sekisho.invalid", TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(2));
        using var sink = new ProbeSink(options, NullLogger<ProbeSink>.Instance);
        await sink.StartAsync(CancellationToken.None);
        using var listener = new TcpListener(IPAddress.Loopback, options.SmtpPort);
        listener.Start();
        var serving = ServeOneAsync(listener, options.SinkPort, gateway);
        var result = await new MailProbe(options, sink, TimeProvider.System, IdSource.Seeded("p")).TryAsync(CancellationToken.None);
        await serving;
        await sink.StopAsync(CancellationToken.None);
        return result;
    }

    private static async Task ServeOneAsync(TcpListener listener, int sinkPort, Func<string, string?> gateway)
    {
        using var client = await listener.AcceptTcpClientAsync();
        var lines = new SmtpLines(client.GetStream());
        await lines.WriteAsync("220 gateway", default);
        while (await lines.ReadAsync(default) is { } line)
        {
            if (line == "QUIT") { await lines.WriteAsync("221 bye", default); return; }
            if (line != "DATA") { await lines.WriteAsync("250 ok", default); continue; }
            await lines.WriteAsync("354 go", default);
            var message = new StringBuilder();
            while (await lines.ReadAsync(default) is { } body && body != ".") message.Append(body).Append("\r\n");
            await lines.WriteAsync("250 taken", default);
            if (gateway(message.ToString()) is { } passed) await DeliverAsync(sinkPort, passed);
        }
    }

    private static async Task DeliverAsync(int port, string message)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port);
        var lines = new SmtpLines(client.GetStream());
        (await lines.ReplyAsync(default)).ShouldBe(220);
        foreach (var line in new[] { "EHLO x", "MAIL FROM:<a@b>", "RCPT TO:<c@d>" }) (await lines.SayAsync(line, default)).ShouldBe(250);
        (await lines.SayAsync("DATA", default)).ShouldBe(354);
        (await lines.SayAsync(message + ".", default)).ShouldBe(250);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
