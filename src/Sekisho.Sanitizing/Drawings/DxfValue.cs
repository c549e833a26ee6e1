namespace Sekisho.Sanitizing.Drawings;

/// <summary>What kind of value a group code has (DXF reference, "Group code value types"), and whether a value is one.</summary>
internal static class DxfValue
{
    internal static bool IsText(int code) => code is >= 0 and <= 4 or >= 6 and <= 9 or 100 or 102 or >= 300 and <= 309 or >= 410 and <= 419 or >= 430 and <= 439 or >= 470 and <= 479;

    internal static bool IsHandle(int code) => code is 5 or 105 or >= 320 and <= 369 or >= 390 and <= 399 or 480 or 481;

    internal static bool IsNumber(int code) => code is >= 10 and <= 99 or >= 110 and <= 149 or >= 160 and <= 179 or >= 210 and <= 239 or >= 270 and <= 299 or >= 370 and <= 389 or >= 400 and <= 409 or >= 420 and <= 429 or >= 440 and <= 469;

    internal static bool IsData(int code) => code is >= 1000 and <= 1071;

    internal static bool Holds(int code, ReadOnlySpan<char> value) => !IsNumber(code) && !(code is >= 1010 and <= 1071) || LooksLikeNumber(value.Trim());

    /// <summary>The number of a handle; null when it is none.</summary>
    internal static ulong? Handle(ReadOnlySpan<char> value) =>
        ulong.TryParse(value.Trim(), System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture, out var handle) ? handle : null;

    private static bool LooksLikeNumber(ReadOnlySpan<char> v)
    {
        if (v.Length is 0 or > 64) return false;
        var digits = 0;
        foreach (var c in v)
            if (char.IsAsciiDigit(c)) digits++;
            else if (c is not ('+' or '-' or '.' or 'e' or 'E')) return false;
        return digits > 0;
    }
}
