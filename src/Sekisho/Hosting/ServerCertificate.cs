using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Sekisho.Kernel;

namespace Sekisho.Hosting;

/// <summary>
/// The certificate of pages and mail: the city's own, given once and kept beside the keys, or one made and signed by ourselves at first start. The
/// certificates between it and the city's root are sent along.
/// </summary>
internal static class ServerCertificate
{
    private const int RenewDays = 14;

    /// <param name="named">A PEM file with certificate, chain and key, or null for the one given before.</param>
    /// <param name="warn">Takes the sentence about a kept certificate that is out of date: mail must go on.</param>
    internal static Result<SslStreamCertificateContext> Load(DataFolder folder, string? named, Action<string> warn, TimeProvider time)
    {
        if (named is null && !File.Exists(folder.CertificateFile)) return Context(Own(folder, time));
        var read = PemCertificate.Read(named ?? folder.CertificateFile);
        if (!read.IsOk) return read.As<SslStreamCertificateContext>();
        var wrong = OutOfDate(read.Value.Leaf, time.GetUtcNow());
        if (wrong is not null && named is not null) return StartRefusals.Certificate(named, wrong);
        if (wrong is not null) warn($"証明書は{wrong}。新しいものを --tls-cert で指定してください。");
        if (named is not null) Write(folder.CertificateFile, File.ReadAllText(named));
        return Context(read.Value);
    }

    private static string? OutOfDate(X509Certificate2 leaf, DateTimeOffset now)
    {
        if (leaf.NotAfter.ToUniversalTime() <= now.UtcDateTime) return FormattableString.Invariant($"期限が切れています({leaf.NotAfter.ToUniversalTime():yyyy-MM-dd} まで)");
        return leaf.NotBefore.ToUniversalTime() > now.UtcDateTime ? FormattableString.Invariant($"まだ有効ではありません({leaf.NotBefore.ToUniversalTime():yyyy-MM-dd} から)") : null;
    }

    // Offline: nothing is fetched to complete the chain.
    private static SslStreamCertificateContext Context(PemCertificate certificate) => SslStreamCertificateContext.Create(certificate.Leaf, certificate.Chain, offline: true);

    private static PemCertificate Own(DataFolder folder, TimeProvider time)
    {
        var file = Path.Combine(folder.Tls, "self-signed.pem");
        if (!File.Exists(file) || X509Certificate2.CreateFromPemFile(file).NotAfter.ToUniversalTime() < time.GetUtcNow().AddDays(RenewDays)) Make(file, time);
        return new(X509Certificate2.CreateFromPemFile(file), []);
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
        Write(file, certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n");
    }

    private static void Write(string file, string pem)
    {
        var fresh = file + ".new";
        using (var writer = new StreamWriter(fresh, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite })) writer.Write(pem);
        File.Move(fresh, file, overwrite: true);
    }
}
