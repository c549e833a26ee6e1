using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;
using Sekisho.Platform.Keys;

namespace Sekisho.Access.Keys;

/// <summary>Reads what <see cref="KeyFileEncryptor"/> wrote. Made by the framework, which gives it the services.</summary>
internal sealed class KeyFileDecryptor(IServiceProvider services) : IXmlDecryptor
{
    internal static readonly byte[] Label = "form-key"u8.ToArray();

    public XElement Decrypt(XElement encryptedElement) =>
        XElement.Parse(Encoding.UTF8.GetString(services.GetRequiredService<KeyFile>().Unwrap(Convert.FromBase64String(encryptedElement.Value), Label)));
}
