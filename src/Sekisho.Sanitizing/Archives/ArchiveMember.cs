namespace Sekisho.Sanitizing.Archives;

/// <summary>One member of any archive: its decoded name with folders, and a way to its bytes within the budget.</summary>
internal sealed record ArchiveMember(string Name, bool IsDirectory, Func<string, byte[]> Read);
