using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Sekisho.Kernel;

namespace Sekisho.Hosting;

/// <summary>A server certificate with its key, and the certificates that lead to its issuer.</summary>
internal sealed record PemCertificate(X509Certificate2 Leaf, X509Certificate2Collection Chain)
{
    /// <summary>Reads a PEM file: the first certificate is the server's, the key stands anywhere, other certificates are the chain.</summary>
    internal static Result<PemCertificate> Read(string file)
    {
        if (!File.Exists(file)) return StartRefusals.Certificate(file, "ファイルがありません");
        string pem;
        try
        {
            pem = File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return StartRefusals.Certificate(file, "読む権限がありません");
        }
        if (!pem.Contains("-----BEGIN CERTIFICATE-----", StringComparison.Ordinal)) return StartRefusals.Certificate(file, "証明書(PEM)が入っていません");
        if (pem.Contains("-----BEGIN ENCRYPTED PRIVATE KEY-----", StringComparison.Ordinal)) return StartRefusals.Certificate(file, "秘密鍵にパスフレーズがかかっています");
        if (!pem.Contains("PRIVATE KEY-----", StringComparison.Ordinal)) return StartRefusals.Certificate(file, "秘密鍵が入っていません");
        try
        {
            var all = new X509Certificate2Collection();
            all.ImportFromPem(pem);
            return new PemCertificate(X509Certificate2.CreateFromPem(pem, pem), [.. all.Skip(1)]);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            return StartRefusals.Certificate(file, "証明書と秘密鍵が組になっていないか、壊れています");
        }
    }
}
