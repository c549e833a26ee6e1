namespace Sekisho.Journeys.Support;

/// <summary>Another person's empty machine: as root the user nobody, otherwise this user in another folder. Nothing of the first installation is readable there.</summary>
internal sealed class OtherUser : IAsyncDisposable
{
    private const string Id = "65534"; // nobody, on every Debian
    private static bool IsRoot => Environment.IsPrivilegedProcess;

    private OtherUser(string folder) => Folder = folder;

    public string Folder { get; }
    public string Data => Path.Combine(Folder, "restored data");

    public static OtherUser Make()
    {
        var folder = Directory.CreateTempSubdirectory("sekisho-other-").FullName;
        if (IsRoot) Own(folder);
        return new(folder);
    }

    /// <summary>A file that came by hand; readable by this person only.</summary>
    public string Give(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllBytes(path, bytes);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        if (IsRoot) Own(path);
        return path;
    }

    public Task<Command> VerbAsync(params string[] arguments)
    {
        string[] command = [Path.Combine(Checkout.Root, "sekisho"), .. arguments, "--data", Data];
        return IsRoot
            ? Command.RunAsync("/usr/bin/setpriv", ["--reuid", Id, "--regid", Id, "--clear-groups", "--reset-env", "--", .. command])
            : Command.RunAsync(command[0], command[1..]);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static void Own(string path) => System.Diagnostics.Process.Start("/bin/chown", [Id + ":" + Id, path])!.WaitForExit();
}
