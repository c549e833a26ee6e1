namespace Sekisho.Access.Totp;

/// <summary>The step of a good number, or none; <paramref name="IsOld"/> = it was good a while ago or was used already.</summary>
internal readonly record struct TotpMatch(long? Step, bool IsOld);
