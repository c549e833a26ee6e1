namespace Sekisho.Gate.Smtp;

/// <summary>The whole protocol as one table: which command is allowed where. Everything not named is answered 503.</summary>
internal static class SmtpStateTable
{
    private static readonly Dictionary<SmtpState, SmtpVerb[]> Allowed = new()
    {
        [SmtpState.Connected] = [SmtpVerb.Ehlo, SmtpVerb.Helo, SmtpVerb.Noop, SmtpVerb.Rset, SmtpVerb.Quit],
        [SmtpState.Greeted] = [SmtpVerb.Ehlo, SmtpVerb.Helo, SmtpVerb.Mail, SmtpVerb.StartTls, SmtpVerb.Noop, SmtpVerb.Rset, SmtpVerb.Vrfy, SmtpVerb.Quit],
        [SmtpState.Sender] = [SmtpVerb.Ehlo, SmtpVerb.Helo, SmtpVerb.Rcpt, SmtpVerb.Noop, SmtpVerb.Rset, SmtpVerb.Vrfy, SmtpVerb.Quit],
        [SmtpState.Recipients] = [SmtpVerb.Ehlo, SmtpVerb.Helo, SmtpVerb.Rcpt, SmtpVerb.Data, SmtpVerb.Noop, SmtpVerb.Rset, SmtpVerb.Vrfy, SmtpVerb.Quit],
    };

    public static bool Allows(SmtpState state, SmtpVerb verb) => Allowed[state].Contains(verb);
}
