namespace Sekisho.Organisation.Roles;

/// <summary>One role name of a pack.</summary>
/// <param name="Role">Neutral code; for an unmapped name UNMAPPED.</param>
/// <param name="LocalName">The name in the text, or the one proposed where the text names none. Unique in a pack.</param>
/// <param name="Path">Where the text has it, e.g. art7/par3; empty where it does not.</param>
/// <param name="State">text, proposal or unmapped.</param>
/// <param name="Suggestion">Code proposed for an unmapped name; empty when there is none.</param>
public sealed record ProposedRole(string Role, string LocalName, string Path, string State, string Suggestion = "");
