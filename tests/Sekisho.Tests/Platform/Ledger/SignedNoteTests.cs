using System.Security.Cryptography;
using Sekisho.Platform.Keys;
using Sekisho.Platform.Ledger;

namespace Sekisho.Tests.Platform.Ledger;

public sealed class SignedNoteTests
{
    private const string Body = "origin\n5\nroot\n";

    /// <summary>RFC 8032 §7.1, tests 1 and 2.</summary>
    [Theory]
    [InlineData("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")]
    [InlineData("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb", "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")]
    public void Ed25519_is_that_of_its_standard(string secret, string known, string message, string signature)
    {
        using var key = Ed25519.Read(Convert.FromHexString("302e020100300506032b657004220420" + secret)).ShouldNotBeNull();
        Convert.ToHexStringLower(key.PublicKey).ShouldBe(known);
        var signed = key.Sign(Convert.FromHexString(message));
        Convert.ToHexStringLower(signed).ShouldBe(signature);
        using var outside = Ed25519.Read(Convert.FromHexString("302a300506032b6570032100" + known)).ShouldNotBeNull();
        outside.Verify(Convert.FromHexString(message), signed).ShouldBeTrue();
        outside.Verify([1, 2], signed).ShouldBeFalse();
        outside.Verify(Convert.FromHexString(message), signed[..63]).ShouldBeFalse();
    }

    [Fact]
    public void Each_signature_alone_convinces_who_trusts_its_key_and_no_other()
    {
        var (pem, other) = (Fresh(), Fresh());
        using var signer = NoteKeys.Read(pem);
        var note = SignedNote.Sign(Body, "origin", signer);
        note.Split('\n').Count(l => l.StartsWith("— origin ", StringComparison.Ordinal)).ShouldBe(2);
        using var all = NoteKeys.Read("words around it\n" + pem);
        SignedNote.Verify(note, all).ShouldBe(Body);
        foreach (var one in PublicOf(signer))
        {
            using var trusted = NoteKeys.Read(one);
            SignedNote.Verify(note, trusted).ShouldBe(Body);
            SignedNote.Verify(note.Replace("\n5\n", "\n6\n", StringComparison.Ordinal), trusted).ShouldBeNull();
        }
        using var stranger = NoteKeys.Read(other);
        SignedNote.Verify(note, stranger).ShouldBeNull();
    }

    /// <summary>The same bytes as the tools of the transparency logs: a note signed by one of them, with its published key.</summary>
    [Fact]
    public void A_note_of_another_program_is_read()
    {
        var known = Convert.FromBase64String("ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        using var key = Ed25519.Read([.. Convert.FromHexString("302a300506032b6570032100"), .. known[1..]]).ShouldNotBeNull();
        SignedNote.VerifierKey("PeterNeumann", key).ShouldBe("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        const string said = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
        using var keys = NoteKeys.Read(key.PublicPem);
        SignedNote.Verify(said + "\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n", keys).ShouldBe(said);
    }

    [Fact]
    public void A_text_without_a_key_is_no_key() => Should.Throw<CryptographicException>(() => NoteKeys.Read("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"));

    private static string Fresh()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKeyPem() + "\n" + Ed25519.CreatePem() + "\n";
    }

    private static string[] PublicOf(NoteKeys keys) => [keys.Ecdsa.Single().ExportSubjectPublicKeyInfoPem(), keys.Ed25519.Single().PublicPem];
}
