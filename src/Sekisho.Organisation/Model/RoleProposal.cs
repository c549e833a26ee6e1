namespace Sekisho.Organisation.Model;

/// <summary>A role name of the city's text and the neutral code it stands for, as the pack proposes and a person confirms (役割の初期設定).</summary>
/// <param name="LocalName">The name in the text, or the pack's proposal where the text names none.</param>
/// <param name="Role">Neutral code; UNMAPPED while nobody decided.</param>
/// <param name="Path">Where the text has the name; empty where it has none.</param>
/// <param name="State">text (the text says it), proposal (waits for a person), unmapped (the text uses a name its role article does not know), confirmed.</param>
/// <param name="Suggestion">Code proposed for an unmapped name; empty when there is none.</param>
public sealed record RoleProposal(
    string LocalName, string Role, string Path, string State, string Suggestion, string? ConfirmedBy, DateTimeOffset? ConfirmedAt, int Sort, int RowVersion = 1)
{
    public const string Text = "text";
    public const string Proposal = "proposal";
    public const string Unmapped = "unmapped";
    public const string Confirmed = "confirmed";
    /// <summary>Only in the ledger: the pack no longer reads the name out of the text.</summary>
    public const string Removed = "removed";

    internal bool IsOpen => State is Proposal or Unmapped;
}
