namespace Sekisho.Kernel.Workers;

/// <summary>Dispositions of the sanitising matrix: kept, removed, rewritten, recursed, drawn, text only, degraded, held, blocked; and locked: opened with a typed password and given locked again.</summary>
public enum FindingAction { Kept, Removed, Rewritten, Recursed, Drawn, TextOnly, Degraded, Held, Blocked, Locked }
