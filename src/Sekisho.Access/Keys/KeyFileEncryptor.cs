using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Sekisho.Platform.Keys;

namespace Sekisho.Access.Keys;

/// <summary>Encrypts a key of the form tokens with the key file.</summary>
internal sealed class KeyFileEncryptor(KeyFile keys) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement) =>
        new(new XElement("wrapped", Convert.ToBase64String(keys.Wrap(Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting)), KeyFileDecryptor.Label))), typeof(KeyFileDecryptor));
}
