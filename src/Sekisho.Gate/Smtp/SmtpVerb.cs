namespace Sekisho.Gate.Smtp;

/// <summary>Commands of RFC 5321 and RFC 3207 that the listener knows.</summary>
internal enum SmtpVerb { Unknown, Helo, Ehlo, Mail, Rcpt, Data, Rset, Noop, Quit, Vrfy, StartTls }
