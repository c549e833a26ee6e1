using System.Globalization;
using System.Net.Security;
using System.Security.Authentication;
using Microsoft.Extensions.Logging;

namespace Sekisho.Gate.Smtp;

/// <summary>The conversation with one peer.</summary>
internal sealed class SmtpSession(SmtpWire first, string peer, SmtpOptions options, IMailIntake intake, TimeProvider time, ILogger log)
{
    private const string Later = "451 4.3.0 Not possible now, try again later";
    private SmtpWire wire = first;
    private SmtpState state = SmtpState.Connected;
    private string helo = "", sender = "";
    private readonly List<string> recipients = [];
    private int errors;
    private bool tls;

    public async Task RunAsync(CancellationToken ct)
    {
        await wire.WriteAsync("220 " + options.HostName + " ESMTP", ct);
        try
        {
            while (await wire.ReadCommandAsync(ct) is { } line)
                if (!await StepAsync(SmtpCommand.Parse(line), ct)) return;
        }
        catch (SmtpProtocolException e)
        {
            log.LogInformation("SMTP peer {Peer} was cut off: {Reply}", peer, e.Reply);
            await wire.WriteAsync(e.Reply, ct);
        }
    }

    private async Task<bool> StepAsync(SmtpCommand command, CancellationToken ct)
    {
        if (command.Verb == SmtpVerb.Unknown) return await ErrorAsync("502 5.5.1 Command not known", ct);
        if (!SmtpStateTable.Allows(state, command.Verb)) return await ErrorAsync("503 5.5.1 Not now", ct);
        return command.Verb switch
        {
            SmtpVerb.Ehlo or SmtpVerb.Helo => await GreetAsync(command, ct),
            SmtpVerb.StartTls => await StartTlsAsync(ct),
            SmtpVerb.Mail => await MailAsync(command, ct),
            SmtpVerb.Rcpt => await RecipientAsync(command, ct),
            SmtpVerb.Data => await DataAsync(ct),
            SmtpVerb.Vrfy => await SayAsync("252 2.5.0 Send it and see", ct),
            SmtpVerb.Rset => await ResetAsync(ct),
            SmtpVerb.Quit => !await SayAsync("221 2.0.0 Bye", ct),
            _ => await SayAsync("250 2.0.0 Ok", ct),
        };
    }

    private async Task<bool> GreetAsync(SmtpCommand command, CancellationToken ct)
    {
        if (command.Rest.Length is 0 or > 255) return await ErrorAsync("501 5.5.4 A name is needed", ct);
        (helo, state) = (command.Rest, SmtpState.Greeted);
        Forget();
        if (command.Verb == SmtpVerb.Helo) return await SayAsync("250 " + options.HostName, ct);
        var lines = new List<string>
        {
            options.HostName, "SIZE " + options.LargestMessage.ToString(CultureInfo.InvariantCulture), "8BITMIME", "PIPELINING", "ENHANCEDSTATUSCODES",
        };
        if (options.Certificate is not null && !tls) lines.Add("STARTTLS");
        for (var i = 0; i < lines.Count; i++) lines[i] = (i < lines.Count - 1 ? "250-" : "250 ") + lines[i];
        return await SayAsync(string.Join("\r\n", lines), ct);
    }

    private async Task<bool> StartTlsAsync(CancellationToken ct)
    {
        if (options.Certificate is null || tls) return await ErrorAsync("502 5.5.1 Not offered", ct);
        // Whatever was sent in the clear behind STARTTLS would otherwise be believed as if it had come encrypted.
        if (wire.HasUnread) throw new SmtpProtocolException("554 5.5.1 Data before TLS");
        await wire.WriteAsync("220 2.0.0 Go ahead", ct);
        var secure = new SslStream(wire.Stream);
        try
        {
            await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificateContext = options.Certificate }, ct);
        }
        catch (AuthenticationException e)
        {
            log.LogInformation("SMTP peer {Peer} failed at TLS: {Reason}", peer, e.GetType().Name);
            return false;
        }
        (wire, tls, state, helo) = (new SmtpWire(secure, options), true, SmtpState.Connected, "");
        Forget();
        return true;
    }

    private async Task<bool> MailAsync(SmtpCommand command, CancellationToken ct)
    {
        if (SmtpPath.Parse(command.Rest, "FROM:", mayBeEmpty: true) is not { } path) return await ErrorAsync("501 5.1.7 Sender not understood", ct);
        if (path.Size > options.LargestMessage) return await ErrorAsync("552 5.3.4 Message too large", ct);
        (sender, state) = (path.Address, SmtpState.Sender);
        return await SayAsync("250 2.1.0 Ok", ct);
    }

    private async Task<bool> RecipientAsync(SmtpCommand command, CancellationToken ct)
    {
        if (SmtpPath.Parse(command.Rest, "TO:", mayBeEmpty: false) is not { } path) return await ErrorAsync("501 5.1.3 Recipient not understood", ct);
        if (recipients.Count >= options.MostRecipients) return await ErrorAsync("452 4.5.3 Too many recipients", ct);
        bool accepted;
        try
        {
            accepted = await intake.AcceptsAsync(path.Address, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "A recipient could not be checked.");
            return await SayAsync(Later, ct);
        }
        if (!accepted) return await ErrorAsync("550 5.1.1 No such recipient here", ct);
        if (!recipients.Contains(path.Address, StringComparer.OrdinalIgnoreCase)) recipients.Add(path.Address);
        state = SmtpState.Recipients;
        return await SayAsync("250 2.1.5 Ok", ct);
    }

    private async Task<bool> DataAsync(CancellationToken ct)
    {
        await wire.WriteAsync("354 End data with CRLF.CRLF", ct);
        if (await wire.ReadMessageAsync(ct) is not { } message) return false;
        var mail = new IncomingMail(peer, helo, sender, [.. recipients], message.Bytes, time.GetUtcNow(), tls);
        Forget();
        state = SmtpState.Greeted;
        if (message.Refusal is { } refusal) return await ErrorAsync(refusal, ct);
        if (MailLoop.IsOne(message.Bytes)) return await ErrorAsync("554 5.4.6 Too many hops", ct);
        return await SayAsync(await KeepAsync(mail, ct), ct);
    }

    private async Task<string> KeepAsync(IncomingMail mail, CancellationToken ct)
    {
        try
        {
            var kept = await intake.AcceptAsync(mail, ct);
            if (kept.IsOk) return "250 2.0.0 Ok: " + kept.Value;
            log.LogWarning("A mail was not taken: {Stage}", kept.Refusals[0].Stage);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "A mail could not be kept.");
        }
        return Later;
    }

    private async Task<bool> ResetAsync(CancellationToken ct)
    {
        Forget();
        if (state > SmtpState.Greeted) state = SmtpState.Greeted;
        return await SayAsync("250 2.0.0 Ok", ct);
    }

    private void Forget()
    {
        sender = "";
        recipients.Clear();
    }

    private async Task<bool> ErrorAsync(string reply, CancellationToken ct)
    {
        errors++;
        await wire.WriteAsync(errors < options.MostErrors ? reply : "421 4.7.0 Too many errors", ct);
        return errors < options.MostErrors;
    }

    private async Task<bool> SayAsync(string reply, CancellationToken ct)
    {
        await wire.WriteAsync(reply, ct);
        return true;
    }
}
