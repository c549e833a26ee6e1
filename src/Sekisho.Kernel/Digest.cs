using System.Security.Cryptography;
using System.Text;

namespace Sekisho.Kernel;

/// <summary>A SHA-256 digest, 32 bytes, written as 64 lower-case hex digits.</summary>
public readonly record struct Digest
{
    private readonly string? hex;
    private Digest(string hex) => this.hex = hex;
    public string Hex => hex ?? throw new InvalidOperationException("An empty digest was read.");
    public static Digest Of(ReadOnlySpan<byte> bytes) => new(Convert.ToHexStringLower(SHA256.HashData(bytes)));
    public static Digest OfText(string text) => Of(Encoding.UTF8.GetBytes(text));
    public static Digest FromBytes(ReadOnlySpan<byte> hash) =>
        hash.Length == 32 ? new(Convert.ToHexStringLower(hash)) : throw new ArgumentException("A digest has 32 bytes.", nameof(hash));
    /// <summary>Reads 64 hex digits of either case; null for anything else.</summary>
    public static Digest? Parse(string text) =>
        text.Length == 64 && text.All(char.IsAsciiHexDigit) ? new Digest(text.ToLowerInvariant()) : null;
    public byte[] ToBytes() => Convert.FromHexString(Hex);
    public override string ToString() => hex ?? "";
}
