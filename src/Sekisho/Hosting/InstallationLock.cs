namespace Sekisho.Hosting;

/// <summary>One running program per data folder. The kernel drops the lock when the process ends, however it ends.</summary>
internal sealed class InstallationLock : IDisposable
{
    private readonly FileStream file;

    private InstallationLock(FileStream file) => this.file = file;

    /// <summary>Null when another process holds it.</summary>
    internal static InstallationLock? TryTake(DataFolder folder)
    {
        var file = new FileStream(folder.LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
        try
        {
            file.Lock(0, 1);
            return new InstallationLock(file);
        }
        catch (IOException)
        {
            file.Dispose();
            return null;
        }
    }

    /// <summary>Whether an <c>up</c> works in the folder. Never asked by the one that holds the lock: closing a second handle would drop it.</summary>
    internal static bool IsTaken(DataFolder folder)
    {
        using var free = TryTake(folder);
        return free is null;
    }

    public void Dispose() => file.Dispose();
}
