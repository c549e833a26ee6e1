namespace Sekisho.Shell.Web;

/// <summary>Where a person is sent back to: only a path of this server, never another host.</summary>
public static class LocalPath
{
    public static string OrHome(string? path) =>
        path is { Length: > 0 and <= 2000 } && path[0] == '/' && (path.Length == 1 || path[1] is not ('/' or '\\')) && !path.Any(char.IsControl) ? path : "/";
}
