using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Sekisho.Platform.Content;

/// <summary>Files of the content store: <c>key-id/ab/name</c>, written so that a power cut leaves either the whole file or none (rule T9).</summary>
internal sealed class ObjectFiles(PlatformOptions options)
{
    public string PathOf(string objectId)
    {
        var (key, name) = Split(objectId);
        return Path.Combine(options.ContentFolder, key, name[..2], name);
    }

    /// <summary>Marks a file that is there as fresh, so that the collector of orphans leaves it; false when it is not there.</summary>
    public bool Touch(string objectId, DateTimeOffset now)
    {
        var path = PathOf(objectId);
        if (!File.Exists(path)) return false;
        try { File.SetLastWriteTimeUtc(path, now.UtcDateTime); }
        catch (FileNotFoundException) { return false; } // collected in between: the caller writes it again
        return File.Exists(path);
    }

    /// <summary>Write, fsync the file, rename, fsync the folder.</summary>
    public async Task WriteAsync(string objectId, DateTimeOffset now, Func<Stream, Task> write, CancellationToken ct)
    {
        var path = PathOf(objectId);
        var folder = Path.GetDirectoryName(path)!;
        var isNew = !Directory.Exists(folder);
        Directory.CreateDirectory(folder);
        var fresh = path + "." + Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(6)) + ".part";
        try
        {
            await using (var file = new FileStream(fresh, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite }))
            {
                await write(file);
                await file.FlushAsync(ct);
                file.Flush(flushToDisk: true);
            }
            File.SetLastWriteTimeUtc(fresh, now.UtcDateTime);
            File.Move(fresh, path, overwrite: true);
        }
        catch
        {
            File.Delete(fresh);
            throw;
        }
        SyncFolder(folder);
        if (isNew)
        {
            SyncFolder(Path.GetDirectoryName(folder)!);
            SyncFolder(options.ContentFolder);
        }
    }

    /// <summary>Every finished or abandoned file older than the instant, with the object id it would have (null for an unfinished one).</summary>
    public IEnumerable<(string Path, string? ObjectId)> OlderThan(DateTimeOffset instant)
    {
        if (!Directory.Exists(options.ContentFolder)) yield break;
        foreach (var path in Directory.EnumerateFiles(options.ContentFolder, "*", SearchOption.AllDirectories))
        {
            if (File.GetLastWriteTimeUtc(path) >= instant.UtcDateTime) continue;
            var name = Path.GetFileName(path);
            var key = Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(path)!)!);
            yield return (path, name.Length == 64 ? key + "." + name : null);
        }
    }

    /// <summary>Removes the file unless it became fresh meanwhile. It is moved aside first: a writer that comes in between makes a new file and loses nothing.</summary>
    public static bool RemoveIfOlder(string path, DateTimeOffset instant)
    {
        var aside = path + ".part";
        File.Move(path, aside, overwrite: true);
        if (File.GetLastWriteTimeUtc(aside) >= instant.UtcDateTime)
        {
            File.Move(aside, path, overwrite: true);
            return false;
        }
        File.Delete(aside);
        return true;
    }

    public static (string Key, string Name) Split(string objectId)
    {
        var dot = objectId.IndexOf('.', StringComparison.Ordinal);
        if (dot != 36 || objectId.Length != 101 || objectId.AsSpan(dot + 1).ContainsAnyExcept("0123456789abcdef") || !Guid.TryParseExact(objectId[..dot], "D", out _))
            throw new ArgumentException("Not the id of an object.", nameof(objectId));
        return (objectId[..dot], objectId[(dot + 1)..]);
    }

    // .NET has no fsync of a folder: without it a rename may be lost by a power cut although the file's bytes are safe.
    private static void SyncFolder(string folder)
    {
        var descriptor = Open(folder, 0);
        if (descriptor < 0) throw new IOException($"The folder {folder} cannot be opened for fsync.", Marshal.GetLastPInvokeError());
        using var handle = new SafeFileHandle(descriptor, ownsHandle: true);
        if (Fsync(descriptor) != 0) throw new IOException($"fsync of the folder {folder} failed.", Marshal.GetLastPInvokeError());
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int Fsync(int descriptor);
}
