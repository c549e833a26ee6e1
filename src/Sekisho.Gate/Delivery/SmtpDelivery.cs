using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace Sekisho.Gate.Delivery;

/// <summary>
/// Hands one message to the next server (RFC 5321): STARTTLS when it is offered, unverified as between servers of one house (opportunistic, RFC 7435),
/// dots stuffed, all recipients in one transaction. A recipient that is refused makes the whole result Permanent or Temporary: never half delivered in silence.
/// </summary>
internal sealed class SmtpDelivery(TimeProvider time)
{
    /// <summary>A server that never answers must not hold the queue.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public async Task<DeliveryResult> SendAsync(string host, int port, string sender, IReadOnlyList<string> recipients, ReadOnlyMemory<byte> message, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(host, port, stop.Token);
            client.NoDelay = true;
            return await ConverseAsync(new SmtpDialogue(client.GetStream()), host, sender, recipients, message, stop.Token);
        }
        catch (Exception e) when (e is SocketException or IOException or InvalidDataException or AuthenticationException
            || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return new(DeliveryOutcome.Temporary, "no connection: " + e.GetType().Name);
        }
    }

    private static async Task<DeliveryResult> ConverseAsync(
        SmtpDialogue to, string host, string sender, IReadOnlyList<string> recipients, ReadOnlyMemory<byte> message, CancellationToken ct)
    {
        var reply = await to.ReplyAsync(ct);
        if (!reply.IsGood) return reply.AsResult();
        reply = await to.SayAsync("EHLO sekisho", ct);
        if (!reply.IsGood) return reply.AsResult();
        if (reply.Offers("STARTTLS"))
        {
            if (!(await to.SayAsync("STARTTLS", ct)).IsGood) return new(DeliveryOutcome.Temporary, "STARTTLS refused");
            to = new SmtpDialogue(await SecureAsync(to.Stream, host, ct));
            reply = await to.SayAsync("EHLO sekisho", ct);
            if (!reply.IsGood) return reply.AsResult();
        }
        reply = await to.SayAsync("MAIL FROM:<" + sender + ">" + (reply.Offers("8BITMIME") && !IsAscii(message.Span) ? " BODY=8BITMIME" : ""), ct);
        if (!reply.IsGood) return reply.AsResult();
        foreach (var recipient in recipients)
            if (await to.SayAsync("RCPT TO:<" + recipient + ">", ct) is { IsGood: false } refused) return refused.AsResult();
        reply = await to.SayAsync("DATA", ct);
        if (reply.Code != 354) return reply.AsResult();
        await to.WriteAsync(Stuff(message.Span), ct);
        reply = await to.ReplyAsync(ct);
        if (reply.IsGood) await to.QuitAsync(ct);
        return reply.AsResult();
    }

    private static async Task<Stream> SecureAsync(Stream plain, string host, CancellationToken ct)
    {
        // Without a trusted name there is nothing to verify against: encryption against listeners, not against an active attacker on our own wire.
        var secure = new SslStream(plain, leaveInnerStreamOpen: false, (_, _, _, _) => true);
        await secure.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = host }, ct);
        return secure;
    }

    /// <summary>Doubles a dot at a line's start and ends with CRLF.CRLF.</summary>
    internal static byte[] Stuff(ReadOnlySpan<byte> message)
    {
        using var stuffed = new MemoryStream(message.Length + 16);
        var lineStart = true;
        foreach (var b in message)
        {
            if (lineStart && b == '.') stuffed.WriteByte((byte)'.');
            stuffed.WriteByte(b);
            lineStart = b == '\n';
        }
        if (!lineStart) stuffed.Write("\r\n"u8);
        stuffed.Write(".\r\n"u8);
        return stuffed.ToArray();
    }

    private static bool IsAscii(ReadOnlySpan<byte> bytes) => Ascii.IsValid(bytes);
}
