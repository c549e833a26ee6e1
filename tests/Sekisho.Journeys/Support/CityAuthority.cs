using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Sekisho.Journeys.Support;

/// <summary>A city's own certificate authority: a root, one authority below it, and server certificates.</summary>
internal sealed class CityAuthority : IDisposable
{
    private static readonly DateTimeOffset From = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), To = new(2045, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly X509Certificate2 root = Authority("root", null), middle;

    public CityAuthority() => middle = Authority("middle", root);

    /// <summary>What the clients trust.</summary>
    public string RootPem => root.ExportCertificatePem();

    /// <summary>Certificate, authority below the root, and key, as <c>--tls-cert</c> takes them.</summary>
    public string ServerPem(DateTimeOffset? until = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var made = request.Create(middle, From, until ?? To, [2]);
        return made.ExportCertificatePem() + "\n" + middle.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n";
    }

    public void Dispose()
    {
        root.Dispose();
        middle.Dispose();
    }

    private static X509Certificate2 Authority(string name, X509Certificate2? issuer)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=" + name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        return issuer is null ? request.CreateSelfSigned(From, To) : request.Create(issuer, From, To, [1]).CopyWithPrivateKey(key);
    }
}
