using System.Globalization;

namespace Sekisho.Platform.Workers;

/// <summary>
/// A system call filter that children open by <see cref="Path"/> and that has no name on disk: however this process ends, nothing of it stays behind.
/// </summary>
internal sealed class FilterFile : IDisposable
{
    private readonly FileStream file;

    /// <exception cref="IOException">The temporary folder cannot be written.</exception>
    internal FilterFile(byte[] program)
    {
        var name = System.IO.Path.GetTempFileName();
        file = new FileStream(name, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        File.Delete(name);
        file.Write(program);
        file.Flush();
    }

    /// <summary>Valid for processes of the same user while this object lives; every open begins at the first byte.</summary>
    internal string Path => string.Create(CultureInfo.InvariantCulture, $"/proc/{Environment.ProcessId}/fd/{file.SafeFileHandle.DangerousGetHandle()}");

    public void Dispose() => file.Dispose();
}
