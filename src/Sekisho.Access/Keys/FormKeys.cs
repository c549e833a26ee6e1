using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Sekisho.Platform;
using Sekisho.Platform.Keys;

namespace Sekisho.Access.Keys;

/// <summary>
/// Keeps the keys of form tokens beside the key-encryption key, encrypted with it (rule T11): they outlive a restart, and a copy of database and
/// data folder holds none of them. Losing them costs open forms one more press.
/// </summary>
internal sealed class FormKeys(PlatformOptions platform, KeyFile keys, ILoggerFactory log) : IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions options)
    {
        var folder = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(platform.KeyFile))!, "form-keys");
        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        options.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(folder), log);
        options.XmlEncryptor = new KeyFileEncryptor(keys);
    }
}
