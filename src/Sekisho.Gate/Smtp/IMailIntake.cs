using Sekisho.Kernel;

namespace Sekisho.Gate.Smtp;

/// <summary>Where the listener hands mails over. A seam: the product keeps the original and one row (rule T9), tests collect.</summary>
internal interface IMailIntake
{
    /// <summary>Whether this address is one we take mail for. Called once a recipient; must be quick.</summary>
    Task<bool> AcceptsAsync(string recipient, CancellationToken ct);

    /// <summary>Keeps the mail. Only after this returned a value does the peer hear 250; a refusal or an exception becomes 451 and nothing is kept.</summary>
    /// <returns>The number the mail has here.</returns>
    Task<Result<string>> AcceptAsync(IncomingMail mail, CancellationToken ct);
}
