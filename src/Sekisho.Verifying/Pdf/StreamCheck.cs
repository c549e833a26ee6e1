using System.IO.Compression;
using Sekisho.Verifying.Pictures;

namespace Sekisho.Verifying.Pdf;

/// <summary>Decodes a stream and reads it by its role: content by operators, fonts by tables, pictures by size, maps and functions by words.</summary>
internal static class StreamCheck
{
    private const int MaxBytes = 1 << 30;

    internal static void Run(byte[] b, Node node, string role, bool drawn, Action<string, string> bad)
    {
        var filter = node.Keys.TryGetValue("Filter", out var f) && f.Kind == '/' ? f.Text : "";
        if (filter is "DCTDecode" && role is "Image*") { Jpeg(b, node, bad); return; }
        if (filter is not "FlateDecode") { bad("filter", filter); return; }
        if (node.Keys.ContainsKey("DecodeParms") && role is not "Image*") bad("parameters", "");
        var data = Inflate(b, node);
        switch (role)
        {
            case "Content*" when drawn: DrawnCheck.Run(data, bad); break;
            case "Content*" or "Form*" or "Tiling*": ContentCheck.Run(data, bad); break;
            case "Image*": Picture(node, data.Length, bad); break;
            case "TrueType*": FontCheck.TrueType(data, bad); break;
            case "Compact*": FontCheck.Compact(data, bad); break;
            case "Type1*": FontCheck.Type1(data, bad); break;
            case "Text*" or "Codes*": WordCheck.Map(data, bad); break;
            case "Function": if (Int(node, "FunctionType") == 4) WordCheck.Calculator(data, bad); break;
            case "Glyphs*": if (data.Length % 2 != 0) bad("length", ""); break;
        }
    }

    private static int Int(Node node, string key) => node.Keys.TryGetValue(key, out var value) && value.Kind == 'n' ? (int)value.Number : -1;

    private static byte[] Inflate(byte[] b, Node node)
    {
        using var zlib = new ZLibStream(new MemoryStream(b, node.DataAt, node.DataLength, false), CompressionMode.Decompress);
        var output = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int n; (n = zlib.Read(buffer)) > 0;)
        {
            output.Write(buffer, 0, n);
            if (output.Length > MaxBytes) throw new Refused("pdf:size");
        }
        return output.ToArray();
    }

    private static void Jpeg(byte[] b, Node node, Action<string, string> bad)
    {
        if (node.Keys.ContainsKey("DecodeParms")) bad("parameters", "");
        var inner = new Report();
        JpegCheck.Run(b[node.DataAt..(node.DataAt + node.DataLength)], "image", inner);
        foreach (var line in inner.Lines) bad("jpeg", line);
    }

    /// <summary>Exactly as many bytes as the size says: nothing hides behind the last row.</summary>
    private static void Picture(Node node, int length, Action<string, string> bad)
    {
        long width = Int(node, "Width"), height = Int(node, "Height"), bits = Int(node, "BitsPerComponent");
        if (width < 1 || height < 1 || bits is not (1 or 2 or 4 or 8 or 16)) { bad("size", ""); return; }
        var components = Components(node);
        var row = ((width * components * bits) + 7) / 8;
        if (node.Keys.TryGetValue("DecodeParms", out var p))
        {
            if (p.Keys.Count != 3 || Int(p, "Predictor") != 12 || Int(p, "Colors") != components || Int(p, "Columns") != width || bits != 8) bad("parameters", "");
            row++;
        }
        if (row * height != length) bad("length", "");
    }

    private static int Components(Node node)
    {
        if (!node.Keys.TryGetValue("ColorSpace", out var space)) return 1;
        if (space.Kind == '/') return Device(space.Text);
        var family = space.Items.Count > 1 ? space.Items[0].Text : "";
        return family switch { "CalRGB" or "Lab" => 3, "DeviceN" => space.Items[1].Items.Count, _ => 1 };
    }

    private static int Device(string name) => name switch { "DeviceRGB" => 3, "DeviceCMYK" => 4, _ => 1 };
}
