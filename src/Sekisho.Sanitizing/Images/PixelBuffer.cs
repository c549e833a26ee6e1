using System.Buffers.Binary;
using Sekisho.Kernel;

namespace Sekisho.Sanitizing.Images;

/// <summary>Decoded pixels, 8 bits a sample, sRGB; bands 1 grey, 2 grey+alpha, 3 RGB, 4 RGBA.</summary>
internal sealed record PixelBuffer(int Width, int Height, int Bands, ReadOnlyMemory<byte> Samples)
{
    /// <summary>Reads what a decoder gave: every number is hostile until it fits the limits and the length (the decoder may have been taken over).</summary>
    internal static PixelBuffer FromTool(ReadOnlyMemory<byte> raw, SanitiseLimits limits, string place)
    {
        var b = raw.Span;
        if (b.Length < 12) throw Wrong(place);
        uint width = BinaryPrimitives.ReadUInt32LittleEndian(b), height = BinaryPrimitives.ReadUInt32LittleEndian(b[4..]), bands = BinaryPrimitives.ReadUInt32LittleEndian(b[8..]);
        if (width is 0 || height is 0 || width > limits.Side || height > limits.Side || (long)width * height > limits.Pixels) throw Wrong(place);
        if (bands is < 1 or > 4 || 12L + (long)width * height * bands != b.Length) throw Wrong(place);
        return new((int)width, (int)height, (int)bands, raw[12..]);
    }

    /// <summary>The same layout as input for an encoder.</summary>
    internal byte[] ToTool()
    {
        var b = new byte[12 + Samples.Length];
        BinaryPrimitives.WriteInt32LittleEndian(b, Width);
        BinaryPrimitives.WriteInt32LittleEndian(b.AsSpan(4), Height);
        BinaryPrimitives.WriteInt32LittleEndian(b.AsSpan(8), Bands);
        Samples.Span.CopyTo(b.AsSpan(12));
        return b;
    }

    private static FileStop Wrong(string place) => new("E1", Outcome.Blocked, place, new Dictionary<string, string> { ["fault"] = "pixels" });
}
