namespace Sekisho.Sanitizing.Mail;

/// <summary>What surrounds one mail.</summary>
/// <param name="RecordId">Our record number: letters, digits and hyphens, at most 64. Shown to the recipient, written into X-Sekisho-Record.</param>
/// <param name="Budget">Shared by everything inside the mail.</param>
/// <param name="Policy">For the mail itself.</param>
/// <param name="Files">For its attachments.</param>
/// <param name="Tools">Native decoders.</param>
public sealed record MailContext(string RecordId, SanitiseBudget Budget, MailPolicy Policy, FilePolicy Files, INativeTools Tools)
{
    /// <summary>Digests of parts, or of files inside them, that the scanner knows, and by what name: those parts are blocked (ID-11).</summary>
    public IReadOnlyDictionary<Sekisho.Kernel.Digest, string> Infected { get; init; } = new Dictionary<Sekisho.Kernel.Digest, string>();
    /// <summary>Files and mails around this one (LM-05); 0 for a mail of its own.</summary>
    public int Depth { get; init; }
    /// <summary>Password a person typed, tried on every attachment; or null.</summary>
    public string? Password { get; init; }
    public SanitiseLimits Limits => Budget.Limits;
}
