namespace Sekisho.Platform.Backup;

/// <summary>One entry of a backup.</summary>
public sealed record BackupEntry(string Name, long Size, string Sha256);
