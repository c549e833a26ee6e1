using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Sekisho.Sanitizing.Pdf.Reading.Crypt;

namespace Sekisho.Sanitizing.Passwords;

/// <summary>The RC4 key of an old Office file for each block ([MS-OFFCRYPTO] 2.3.5.2 with CryptoAPI, 2.3.6.2 without).</summary>
internal sealed class OldKey
{
    private readonly byte[] start;
    private readonly int length;
    private readonly bool isOld;

    private OldKey(byte[] start, int length, bool isOld) => (this.start, this.length, this.isOld) = (start, length, isOld);

    /// <param name="info">From the two version numbers on.</param>
    /// <returns>Null when the password is wrong or the parameters are none of the format.</returns>
    internal static OldKey? For(ReadOnlySpan<byte> info, string password)
    {
        if (info.Length < 52) return null;
        var (major, minor) = (BinaryPrimitives.ReadUInt16LittleEndian(info), BinaryPrimitives.ReadUInt16LittleEndian(info[2..]));
        if ((major, minor) is (1, 1)) return Plain(info, password);
        return minor == 2 && major is >= 2 and <= 4 ? CryptoApi(info, password) : null;
    }

    /// <summary>Every block of the data with its own key.</summary>
    internal byte[] Apply(byte[] data, int block)
    {
        var output = new byte[data.Length];
        for (var at = 0; at < data.Length; at += block) Rc4.Apply(Block(at / block), data.AsSpan(at, Math.Min(block, data.Length - at))).CopyTo(output, at);
        return output;
    }

    private static OldKey? Plain(ReadOnlySpan<byte> info, string password)
    {
        var hash = OldDigest.Of(Encoding.Unicode.GetBytes(password))[..5];
        byte[] once = [.. hash, .. info.Slice(4, 16)];
        var key = new OldKey(OldDigest.Of([.. Enumerable.Repeat(once, 16).SelectMany(b => b)])[..5], 16, true);
        var open = Rc4.Apply(key.Block(0), info.Slice(20, 32));
        return OldDigest.Of(open.AsSpan(0, 16)).AsSpan().SequenceEqual(open.AsSpan(16)) ? key : null;
    }

    [SuppressMessage("Security", "CA5350", Justification = "The format fixes SHA-1; nothing of ours is protected by it.")]
    private static OldKey? CryptoApi(ReadOnlySpan<byte> info, string password)
    {
        var header = BinaryPrimitives.ReadInt32LittleEndian(info[8..]);
        if (header is < 32 or > 1_024 || info.Length < 12 + header + 60 || BinaryPrimitives.ReadInt32LittleEndian(info[20..]) != 0x6801) return null;
        var bits = BinaryPrimitives.ReadInt32LittleEndian(info[28..]) is > 0 and var given ? given : 40;
        if (bits is < 40 or > 128 || bits % 8 != 0) return null;
        var verifier = info[(12 + header)..];
        var key = new OldKey(SHA1.HashData((byte[])[.. verifier.Slice(4, 16), .. Encoding.Unicode.GetBytes(password)]), bits / 8, false);
        var open = Rc4.Apply(key.Block(0), (byte[])[.. verifier.Slice(20, 16), .. verifier.Slice(40, 20)]);
        return SHA1.HashData(open.AsSpan(0, 16)).AsSpan().SequenceEqual(open.AsSpan(16)) ? key : null;
    }

    [SuppressMessage("Security", "CA5350", Justification = "The format fixes SHA-1; nothing of ours is protected by it.")]
    private byte[] Block(int number)
    {
        var input = new byte[start.Length + 4];
        start.CopyTo(input, 0);
        BinaryPrimitives.WriteInt32LittleEndian(input.AsSpan(start.Length), number);
        if (isOld) return OldDigest.Of(input);
        var key = SHA1.HashData(input)[..length];
        // Forty bits stand in a key of 128 whose rest is zero.
        return length == 5 ? [.. key, .. new byte[11]] : key;
    }
}
