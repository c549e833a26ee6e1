using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Sekisho.Kernel;
using Sekisho.Sanitizing;
using Sekisho.Tests.Sanitizing.Files;
using Sekisho.Tests.Support;
using Sekisho.Verifying;

namespace Sekisho.Tests.Sanitizing.Passwords;

/// <summary>Office packages encrypted here by [MS-OFFCRYPTO], told apart by what is wrong with them. Files of LibreOffice (doc, xls) are cases of the corpus.</summary>
public class EncryptedOfficeTests
{
    private const string Password = "ひみつ-7F3A";
    private const int Spins = 10;
    private static byte[] Docx => SomeOffice.Docx("<w:p><w:r><w:t>本文</w:t></w:r></w:p>").Build();

    private static FileResult Open(byte[] file, string? password, string name = "議事録.docx") =>
        FileSanitiser.Sanitise(new(file), new(name, null, new(new()), new(), 0, new NoTools()) { Password = password });

    [Theory, MatrixRow("OX-24", NearMiss = true), InlineData("SHA512", 32), InlineData("SHA256", 16), InlineData("SHA1", 16)]
    public void The_right_password_opens_sanitises_and_leaves_the_password_off(string hash, int keyBytes)
    {
        var result = Open(Agile(Docx, Password, hash, keyBytes), Password);
        (result.Outcome, result.OutputType, result.OutputName).ShouldBe((Outcome.Cleaned, "docx", "議事録.docx"), result.Describe());
        result.Has("OX-24").ShouldBeTrue();
        OutputVerifier.Verify(result.Output!, "docx").Forbidden.ShouldBeEmpty();
        // What was inside is given to the scanner, too.
        result.Children.ShouldContain(c => c.DetectedType == "docx");
    }

    [Fact, MatrixRow("OX-24")]
    public void Without_the_right_password_the_file_is_held()
    {
        var file = Agile(Docx, Password, "SHA512", 32);
        Open(file, "wrong").ShouldStopWith("OX-24", Outcome.Held);
        Open(file, null).ShouldStopWith("OX-24", Outcome.Held);
    }

    [Fact, MatrixRow("OX-24", NearMiss = true)]
    public void A_workbook_protected_without_a_password_opens_by_itself() => Open(Agile(SomeOffice.Xlsx("").Build(), "VelvetSweatshop", "SHA1", 16), null, "a.xlsx").Output.ShouldNotBeNull();

    [Fact, MatrixRow("OX-24", "LM-14")]
    public void Content_that_was_changed_after_encryption_is_blocked() => Open(Agile(Docx, Password, "SHA512", 32, p => p[40] ^= 1), Password).ShouldStopWith("LM-14");

    [Fact, MatrixRow("OX-24", "ID-02")]
    public void What_is_inside_must_be_what_the_name_says()
    {
        Open(Agile(SomePicture.Png(), Password, "SHA512", 32), Password).ShouldStopWith("ID-02");
        Open(Agile(SomeOffice.Xlsx("").Build(), Password, "SHA512", 32), Password).ShouldStopWith("ID-02");
        Open(Agile(SomeZip.Of(("a.txt", "x"u8.ToArray())), Password, "SHA512", 32), Password).Output.ShouldBeNull();
    }

    [Fact, MatrixRow("OX-24")]
    public void A_document_under_rights_management_is_blocked() => Open(SomeCompound.With("EncryptedPackage", "DRMEncryptedTransform"), Password).ShouldStopWith("OX-24");

    private static byte[] Agile(byte[] plain, string password, string hash, int keyBytes, Action<byte[]>? harm = null)
    {
        var name = new HashAlgorithmName(hash);
        byte[] Digest(params byte[][] parts) => CryptographicOperations.HashData(name, (byte[])[.. parts.SelectMany(p => p)]);
        byte[] Number(int n) => BitConverter.GetBytes(n);
        byte[] Fit(byte[] b, int length) => [.. b.Take(length), .. Enumerable.Repeat((byte)0x36, Math.Max(0, length - b.Length))];
        byte[] Encrypt(byte[] key, byte[] iv, byte[] data)
        {
            using var aes = Aes.Create();
            aes.Key = key;
            return aes.EncryptCbc((byte[])[.. data, .. new byte[(16 - data.Length % 16) % 16]], iv, PaddingMode.None);
        }

        byte[] keySalt = [.. Enumerable.Range(1, 16).Select(n => (byte)n)], dataSalt = [.. Enumerable.Range(101, 16).Select(n => (byte)n)], secret = Digest(keySalt)[..keyBytes], verifier = Digest(dataSalt)[..16];
        var start = Digest(keySalt, Encoding.Unicode.GetBytes(password));
        for (var i = 0; i < Spins; i++) start = Digest(Number(i), start);
        byte[] Field(string purpose, byte[] data) => Encrypt(Fit(Digest(start, Convert.FromHexString(purpose)), keyBytes), keySalt, data);
        byte[] size = new byte[8], package;
        BinaryPrimitives.WriteInt64LittleEndian(size, plain.Length);
        package = [.. size, .. plain.Chunk(4_096).SelectMany((part, i) => Encrypt(secret, Fit(Digest(dataSalt, Number(i)), 16), part))];
        byte[] hmacKey = Digest(secret), hmac = CryptographicOperations.HmacData(name, hmacKey, package);
        byte[] Sealed(string purpose, byte[] data) => Encrypt(secret, Fit(Digest(dataSalt, Convert.FromHexString(purpose)), 16), data);
        harm?.Invoke(package);
        string Parameters(byte[] salt) => $"saltSize=\"16\" blockSize=\"16\" keyBits=\"{keyBytes * 8}\" hashSize=\"{hmac.Length}\" cipherAlgorithm=\"AES\" cipherChaining=\"ChainingModeCBC\" hashAlgorithm=\"{hash}\" saltValue=\"{Convert.ToBase64String(salt)}\"";
        string Said(string field, byte[] value) => $" {field}=\"{Convert.ToBase64String(value)}\"";
        var xml = $"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><encryption xmlns=\"http://schemas.microsoft.com/office/2006/encryption\" xmlns:p=\"http://schemas.microsoft.com/office/2006/keyEncryptor/password\"><keyData {Parameters(dataSalt)}/>"
            + $"<dataIntegrity{Said("encryptedHmacKey", Sealed("5FB2AD010CB9E1F6", hmacKey))}{Said("encryptedHmacValue", Sealed("A0677F02B22C8433", hmac))}/><keyEncryptors><keyEncryptor uri=\"http://schemas.microsoft.com/office/2006/keyEncryptor/password\">"
            + $"<p:encryptedKey spinCount=\"{Spins}\" {Parameters(keySalt)}{Said("encryptedVerifierHashInput", Field("FEA7D2763B4B9E79", verifier))}{Said("encryptedVerifierHashValue", Field("D7AA0F6D3061344E", Digest(verifier)))}{Said("encryptedKeyValue", Field("146E0BE7ABACD0D6", secret))}/></keyEncryptor></keyEncryptors></encryption>";
        return SomeCompound.Holding(("EncryptedPackage", package), ("EncryptionInfo", [4, 0, 4, 0, 0x40, 0, 0, 0, .. Encoding.UTF8.GetBytes(xml)]));
    }
}
