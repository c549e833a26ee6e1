using Sekisho.Kernel;
using Sekisho.Kernel.Workers;

namespace Sekisho.Sanitizing.Mail;

/// <summary>What became of one mail.</summary>
/// <param name="Outcome">Held: a person decides; Blocked: nothing can be delivered. Else Clean or Cleaned.</param>
/// <param name="Output">The new message. For a held mail it is what a release would deliver: notes in the place of held parts, never the original. Null when blocked.</param>
/// <param name="Subject">Cleaned, for the list.</param>
/// <param name="From">Cleaned, for the list.</param>
/// <param name="Before">The body's text before cleaning, control characters made visible: for the comparison page.</param>
/// <param name="After">The delivered body.</param>
/// <param name="BodyToText">True when the delivered body is plain text made by us; false only when there is no output.</param>
/// <param name="Findings">Of the message itself; those of parts are with them.</param>
public sealed record MailResult(Outcome Outcome, byte[]? Output, string Subject, string From, string Before, string After, bool BodyToText,
    IReadOnlyList<MailPartResult> Parts, IReadOnlyList<Finding> Findings)
{
    /// <summary>The Message-ID of the new message; "" without output.</summary>
    public string MessageId { get; init; } = "";
    /// <summary>Held because two readers would see two different messages.</summary>
    public bool IsAmbiguous { get; init; }
}
