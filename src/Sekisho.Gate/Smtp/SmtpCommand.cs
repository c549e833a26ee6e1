namespace Sekisho.Gate.Smtp;

/// <summary>One command line, split into its verb and the rest.</summary>
internal readonly record struct SmtpCommand(SmtpVerb Verb, string Rest)
{
    private static readonly Dictionary<string, SmtpVerb> Verbs = new(StringComparer.OrdinalIgnoreCase)
    {
        ["HELO"] = SmtpVerb.Helo, ["EHLO"] = SmtpVerb.Ehlo, ["MAIL"] = SmtpVerb.Mail, ["RCPT"] = SmtpVerb.Rcpt, ["DATA"] = SmtpVerb.Data,
        ["RSET"] = SmtpVerb.Rset, ["NOOP"] = SmtpVerb.Noop, ["QUIT"] = SmtpVerb.Quit, ["VRFY"] = SmtpVerb.Vrfy, ["STARTTLS"] = SmtpVerb.StartTls,
    };

    public static SmtpCommand Parse(string line)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        var (word, rest) = space < 0 ? (line, "") : (line[..space], line[(space + 1)..].Trim(' '));
        return new(Verbs.GetValueOrDefault(word, SmtpVerb.Unknown), rest);
    }
}
