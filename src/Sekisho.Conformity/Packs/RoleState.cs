namespace Sekisho.Conformity.Packs;

/// <summary>Where the responsible role comes from: the text, the sentence before, nobody (a proposal waits for a person), or not applicable.</summary>
public enum RoleState { Text, Carried, Proposal, None }
