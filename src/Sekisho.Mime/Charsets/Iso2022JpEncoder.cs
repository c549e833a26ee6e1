namespace Sekisho.Mime.Charsets;

/// <summary>Text to ISO-2022-JP (RFC 1468: ASCII and JIS X 0208, back to ASCII before each line end). What the set lacks becomes 〓.</summary>
public static class Iso2022JpEncoder
{
    /// <summary>The text with 〓 for every character the set lacks.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="replaced">How many were replaced.</param>
    public static string Fit(string text, out int replaced)
    {
        var fitting = new System.Text.StringBuilder(text.Length);
        replaced = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var fits = rune.Value < 0x80 || (rune.IsBmp && JisTable.TryRowCell((char)rune.Value, out _, out _));
            if (!fits) replaced++;
            fitting.Append(fits ? rune.ToString() : "〓");
        }
        return fitting.ToString();
    }

    public static byte[] Encode(string text)
    {
        var bytes = new List<byte>(text.Length * 2);
        var two = false;
        foreach (var c in text)
        {
            if (c < 0x80)
            {
                if (two) bytes.AddRange("\e(B"u8);
                two = false;
                bytes.Add((byte)c);
                continue;
            }
            if (!two) bytes.AddRange("\e$B"u8);
            two = true;
            var (row, cell) = JisTable.TryRowCell(c, out var r, out var l) ? (r, l) : ((byte)2, (byte)14);
            bytes.Add((byte)(row + 0x20));
            bytes.Add((byte)(cell + 0x20));
        }
        if (two) bytes.AddRange("\e(B"u8);
        return [.. bytes];
    }
}
