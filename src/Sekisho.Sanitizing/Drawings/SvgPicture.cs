using System.Text;
using Sekisho.Kernel;
using Sekisho.Sanitizing.Xml;

namespace Sekisho.Sanitizing.Drawings;

/// <summary>A picture inside a drawing: one carried in its address goes through the whole engine and comes back as pixels, one elsewhere goes.</summary>
internal sealed class SvgPicture(FileContext context, List<ChildFile> children, SvgFilter filter)
{
    /// <summary>The new address; null when nothing is left to show.</summary>
    internal string? Rebuild(XElem e, int number)
    {
        var address = (e.Get("href") ?? e.Get("href", SvgAllow.XLink) ?? "").Trim();
        if (Decode(address) is not { Length: > 0 } input)
        {
            if (address.Length > 0) filter.Gone("外部を読み込む参照");
            return null;
        }
        context.Budget.Expand(input.Length, context.Name);
        var result = FileSanitiser.Sanitise(new(input), context.Child("picture") with { PixelsOnly = true });
        children.Add(new("image" + Show.Number(number), result.DetectedType, result.Outcome, new(input), result.Output is null ? null : Digest.Of(result.Output), result.Findings));
        if (result is { Output: { } made, OutputType: "png" or "jpeg" }) return "data:image/" + result.OutputType + ";base64," + Convert.ToBase64String(made);
        filter.Gone("安全にできない画像");
        return null;
    }

    /// <summary>RFC 2397; white space inside base64 is allowed, as programs break its lines.</summary>
    private static byte[]? Decode(string address)
    {
        var comma = address.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0 || !address.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase)) return null;
        if (!address[..comma].EndsWith(";base64", StringComparison.OrdinalIgnoreCase)) return Encoding.UTF8.GetBytes(Uri.UnescapeDataString(address[(comma + 1)..]));
        var packed = Uri.UnescapeDataString(address[(comma + 1)..]);
        var bytes = new byte[packed.Length];
        return Convert.TryFromBase64String(packed, bytes, out var length) ? bytes[..length] : null;
    }
}
