namespace Sekisho.Shell.Assets;

/// <summary>One file with its entity tag and content type.</summary>
public sealed record StaticAsset(byte[] Bytes, string Tag, string ContentType)
{
    internal static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    };
}
