using System.Net;
using System.Net.Sockets;
using Sekisho.Kernel;
using Sekisho.Watch.Functions;

namespace Sekisho.Watch.Mail;

/// <summary>One try: a mail of ours through listener, workers, scanner and delivery to the sink. Every failure names its stage.</summary>
internal sealed class MailProbe(MailProbeOptions options, ProbeSink sink, TimeProvider time, IdSource ids)
{
    public async Task<CheckResult> TryAsync(CancellationToken ct)
    {
        var token = "probe-" + ids.Next().ToString("N");
        var arrived = sink.WaitForAsync(token);
        try
        {
            if (await SendAsync(token, ct) is { } stage) return CheckResult.Fail(stage);
            var message = await arrived.WaitAsync(options.Patience, time, ct);
            return ProbeMail.Judge(message, token) is { } wrong ? CheckResult.Fail(wrong) : CheckResult.Pass;
        }
        catch (TimeoutException)
        {
            return CheckResult.Fail("not-delivered");
        }
        finally
        {
            sink.Forget(token);
        }
    }

    /// <returns>Null when the gateway took the mail, else the stage that failed.</returns>
    private async Task<string?> SendAsync(string token, CancellationToken ct)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, options.SmtpPort, ct).AsTask().WaitAsync(options.Patience, time, ct);
            var lines = new SmtpLines(client.GetStream());
            if (await lines.ReplyAsync(ct) != 220) return "listener-greeting";
            if (await lines.SayAsync("EHLO probe.sekisho.invalid", ct) != 250) return "listener-ehlo";
            if (await lines.SayAsync("MAIL FROM:<probe@probe.sekisho.invalid>", ct) != 250) return "listener-sender";
            if (await lines.SayAsync("RCPT TO:<" + options.Recipient + ">", ct) != 250) return "listener-recipient";
            if (await lines.SayAsync("DATA", ct) != 354) return "listener-data";
            foreach (var line in ProbeMail.Write(token, options.Recipient, time.GetUtcNow())) await lines.WriteAsync(line, ct);
            if (await lines.SayAsync(".", ct) != 250) return "listener-accept";
            await lines.SayAsync("QUIT", ct);
            return null;
        }
        catch (Exception e) when (e is SocketException or IOException or TimeoutException)
        {
            return "listener-unreachable";
        }
    }
}
