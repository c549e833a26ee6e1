namespace Sekisho.Platform.Content;

/// <summary>Whose bytes, kept for how long: objects of one group share data keys (one a month) and nothing is shared between groups (rule T11).</summary>
/// <param name="OrganCode">The executive organ.</param>
/// <param name="RetentionClass">Stable code of the retention class, e.g. "mail-original".</param>
public sealed record HoldingGroup(string OrganCode, string RetentionClass);
