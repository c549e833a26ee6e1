using System.Security.Cryptography;
using System.Text.Json;

namespace Sekisho.Hosting;

/// <summary>Passwords of the private cluster's logins, made at first start and kept beside the keys (mode 0600).</summary>
internal sealed record DatabasePasswords(string Superuser, string App, string Sealer)
{
    internal static DatabasePasswords Ensure(DataFolder folder)
    {
        if (File.Exists(folder.PasswordsFile)) return JsonSerializer.Deserialize<DatabasePasswords>(File.ReadAllBytes(folder.PasswordsFile))
            ?? throw new JsonException("null");
        var fresh = new DatabasePasswords(Fresh(), Fresh(), Fresh());
        var mode = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite };
        using var file = new FileStream(folder.PasswordsFile, mode);
        JsonSerializer.Serialize(file, fresh);
        return fresh;
    }

    private static string Fresh() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
}
