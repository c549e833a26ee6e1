namespace Sekisho.Shell.Components;

/// <summary>How old a piece of evidence is: within its term, about to expire, expired, never arrived.</summary>
public enum Freshness { Fresh, Expiring, Expired, Never }
