using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Sekisho.Kernel;

namespace Sekisho.Hosting;

/// <summary>The certificate of pages and mail: the city's own, or one made and signed by ourselves at first start.</summary>
internal static class ServerCertificate
{
    /// <param name="named">A PEM file with certificate (chain) and key, or null.</param>
    internal static Result<X509Certificate2> Load(DataFolder folder, string? named, TimeProvider time)
    {
        if (named is null) return Own(folder, time);
        try
        {
            return X509Certificate2.CreateFromPemFile(named);
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return StartRefusals.Certificate(named, e.Message);
        }
    }

    private static X509Certificate2 Own(DataFolder folder, TimeProvider time)
    {
        var file = Path.Combine(folder.Tls, "self-signed.pem");
        if (!File.Exists(file) || X509Certificate2.CreateFromPemFile(file).NotAfter.ToUniversalTime() < time.GetUtcNow().AddDays(14)) Make(file, time);
        return X509Certificate2.CreateFromPemFile(file);
    }

    private static void Make(string file, TimeProvider time)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var host = Dns.GetHostName();
        var request = new CertificateRequest("CN=" + host, key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddDnsName(host);
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        var now = time.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddHours(-1), now.AddYears(2));
        var mode = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite };
        using var writer = new StreamWriter(file, mode);
        writer.Write(certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n");
    }
}
