namespace Sekisho.Platform.Backup;

/// <summary>A backup could not be written or restored. The message is a Japanese sentence for an administrator and names what was in the way.</summary>
public sealed class BackupException(string message, Exception? inner = null) : Exception(message, inner);
