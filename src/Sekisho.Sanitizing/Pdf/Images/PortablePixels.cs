using Sekisho.Kernel;

namespace Sekisho.Sanitizing.Pdf.Images;

/// <summary>Reads what the renderer wrote: raw PBM (P4), PGM (P5) and PPM (P6) pictures one behind the other, without comments. The renderer may have been taken over by its input, so sizes are checked and only samples cross.</summary>
internal static class PortablePixels
{
    /// <returns>Each picture: width, height, components (0 for one bit a pixel), samples.</returns>
    internal static List<(int Width, int Height, int Components, ReadOnlyMemory<byte> Samples)> Read(byte[] b, SanitiseLimits limits, string place)
    {
        var pictures = new List<(int, int, int, ReadOnlyMemory<byte>)>();
        for (var at = 0; at < b.Length;)
        {
            if (at + 2 >= b.Length || b[at] != 'P' || b[at + 1] is not ((byte)'4' or (byte)'5' or (byte)'6')) throw Wrong(place);
            var components = b[at + 1] switch { (byte)'4' => 0, (byte)'5' => 1, _ => 3 };
            at += 2;
            int width = Number(b, ref at, place), height = Number(b, ref at, place);
            if (components > 0 && Number(b, ref at, place) != 255) throw Wrong(place);
            at++;
            if (width < 1 || height < 1 || width > limits.Side || height > limits.Side || (long)width * height > limits.Pixels) throw Wrong(place);
            var size = components == 0 ? (width + 7) / 8 * (long)height : (long)width * height * components;
            if (size > b.Length - at) throw Wrong(place);
            pictures.Add((width, height, components, b.AsMemory(at, (int)size)));
            at += (int)size;
        }
        return pictures;
    }

    private static int Number(byte[] b, ref int at, string place)
    {
        while (at < b.Length && b[at] is 9 or 10 or 13 or 32) at++;
        int value = 0, digits = 0;
        for (; at < b.Length && digits < 6 && b[at] is >= (byte)'0' and <= (byte)'9'; at++, digits++) value = (value * 10) + (b[at] - '0');
        return digits > 0 && at < b.Length ? value : throw Wrong(place);
    }

    private static FileStop Wrong(string place) => new("E1", Outcome.Blocked, place, new Dictionary<string, string> { ["fault"] = "pixels" });
}
