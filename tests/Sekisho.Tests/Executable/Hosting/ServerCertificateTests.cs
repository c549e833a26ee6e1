using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Sekisho.Hosting;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Executable.Hosting;

public sealed class ServerCertificateTests : IDisposable
{
    private readonly DataFolder folder = new(Path.Combine(Directory.CreateTempSubdirectory("sekisho-tls-").FullName, "data"));
    private readonly ManualTime time = new();
    private readonly List<string> warnings = [];

    public ServerCertificateTests() => folder.Create().IsOk.ShouldBeTrue();

    [Fact]
    public void Without_a_named_one_a_certificate_of_our_own_is_made_once()
    {
        var first = Load(null).TargetCertificate.Thumbprint;
        Load(null).TargetCertificate.Thumbprint.ShouldBe(first);
        time.Advance(TimeSpan.FromDays(730 - 10));
        Load(null).TargetCertificate.Thumbprint.ShouldNotBe(first);
    }

    [Fact]
    public void A_named_one_is_kept_for_its_owner_only_and_comes_with_its_chain()
    {
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var authority = new CertificateRequest("CN=issuer", authorityKey, HashAlgorithmName.SHA256);
        authority.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        using var root = Root();
        using var issuer = authority.Create(root, root.NotBefore, root.NotAfter, [1]).CopyWithPrivateKey(authorityKey);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var leaf = new CertificateRequest("CN=city", key, HashAlgorithmName.SHA256).Create(issuer, root.NotBefore, root.NotAfter, [2]);
        var loaded = Load(Write(leaf.ExportCertificatePem() + "\n" + issuer.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n"));
        loaded.TargetCertificate.Subject.ShouldBe("CN=city");
        loaded.IntermediateCertificates.ShouldHaveSingleItem().Subject.ShouldBe("CN=issuer");
        File.GetUnixFileMode(folder.CertificateFile).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Load(null).TargetCertificate.Subject.ShouldBe("CN=city");
    }

    [Fact]
    public void What_is_wrong_with_a_named_one_is_said_and_nothing_is_kept()
    {
        var (certificate, key) = Pem("city", 300);
        Refused(Path.Combine(folder.Root, "none")).ShouldContain("ファイルがありません");
        Refused(Write("hello")).ShouldContain("証明書(PEM)が入っていません");
        Refused(Write(certificate)).ShouldContain("秘密鍵が入っていません");
        Refused(Write(certificate + Pem("other", 300).Key)).ShouldContain("組になっていない");
        Refused(Write(certificate[..200] + "-----END CERTIFICATE-----\n" + key)).ShouldContain("壊れています");
        Refused(Write(certificate + "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n")).ShouldContain("パスフレーズ");
        var soon = Pem("old", 5);
        time.Advance(TimeSpan.FromDays(6));
        Refused(Write(soon.Certificate + soon.Key)).ShouldContain("期限が切れています");
        File.Exists(folder.CertificateFile).ShouldBeFalse();
    }

    [Fact]
    public void A_kept_one_that_runs_out_is_told_and_the_gateway_still_starts()
    {
        var (certificate, key) = Pem("city", 5);
        Load(Write(certificate + key));
        warnings.ShouldBeEmpty();
        time.Advance(TimeSpan.FromDays(6));
        Load(null).TargetCertificate.Subject.ShouldBe("CN=city");
        warnings.ShouldHaveSingleItem().ShouldContain("期限が切れています");
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(folder.Root)!, recursive: true);

    private System.Net.Security.SslStreamCertificateContext Load(string? named) => ServerCertificate.Load(folder, named, warnings.Add, time).Value;

    private string Refused(string named) => ServerCertificate.Load(folder, named, warnings.Add, time).Refusals.ShouldHaveSingleItem().WhatHappened;

    private string Write(string text)
    {
        var file = Path.Combine(folder.Root, "given.pem");
        File.WriteAllText(file, text);
        return file;
    }

    private X509Certificate2 Root()
    {
        var request = new CertificateRequest("CN=root", ECDsa.Create(ECCurve.NamedCurves.nistP256), HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        return request.CreateSelfSigned(time.GetUtcNow().AddDays(-1), time.GetUtcNow().AddDays(300));
    }

    private (string Certificate, string Key) Pem(string name, int days)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = time.GetUtcNow();
        using var made = new CertificateRequest("CN=" + name, key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-1), now.AddDays(days));
        return (made.ExportCertificatePem() + "\n", key.ExportPkcs8PrivateKeyPem() + "\n");
    }
}
