namespace Sekisho.Gate.Smtp;

/// <summary>Where a session stands: just connected, greeted, with a sender, with at least one recipient.</summary>
internal enum SmtpState { Connected, Greeted, Sender, Recipients }
