namespace Sekisho.Sanitizing.Pdf.Fonts;

/// <summary>The cipher of Adobe Type 1 fonts (Type 1 Font Format §7): hides nothing, but every reader expects it.</summary>
internal static class Type1Cipher
{
    internal const int Program = 55_665, Glyph = 4_330;

    internal static byte[] Open(ReadOnlySpan<byte> cipher, int key, int skip)
    {
        var clear = new byte[cipher.Length];
        for (var i = 0; i < cipher.Length; i++)
        {
            clear[i] = (byte)(cipher[i] ^ (key >> 8));
            key = (int)(((cipher[i] + key) * 52_845L + 22_719) & 0xFFFF);
        }
        return clear.Length <= skip ? [] : clear[skip..];
    }

    internal static byte[] Close(ReadOnlySpan<byte> clear, int key)
    {
        var cipher = new byte[clear.Length + 4];
        for (var i = 0; i < cipher.Length; i++)
        {
            cipher[i] = (byte)((i < 4 ? 0 : clear[i - 4]) ^ (key >> 8));
            key = (int)(((cipher[i] + key) * 52_845L + 22_719) & 0xFFFF);
        }
        return cipher;
    }
}
