using System.Text;

namespace Sekisho.Mime.Charsets;

/// <summary>Own decoders of the three old Japanese sets. Each counts what it cannot read and writes U+FFFD for it, consuming at least one byte.</summary>
internal static class JapaneseDecoders
{
    private const char Bad = '\uFFFD';

    internal static (string Text, int Malformed) Cp932(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        var bad = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            var b = bytes[i];
            if (b < 0x80) { text.Append((char)b); continue; }
            var two = b is >= 0x81 and <= 0x9F or >= 0xE0 and <= 0xFC;
            var read = two && i + 1 < bytes.Length && bytes[i + 1] >= 0x40 ? JisTable.Cp932(bytes.Slice(i, 2)) : two ? null : JisTable.Cp932(bytes.Slice(i, 1));
            if (read is null) { bad++; text.Append(Bad); continue; }
            text.Append(read);
            if (two) i++;
        }
        return (text.ToString(), bad);
    }

    internal static (string Text, int Malformed) EucJp(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        var bad = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            var b = bytes[i];
            if (b < 0x80) { text.Append((char)b); continue; }
            var (c, used) = EucCharacter(bytes[i..]);
            if (c == Bad) bad++;
            text.Append(c);
            i += used - 1;
        }
        return (text.ToString(), bad);
    }

    private static (char Character, int Used) EucCharacter(ReadOnlySpan<byte> at)
    {
        if (at[0] == 0x8E) return at.Length > 1 && at[1] is >= 0xA1 and <= 0xDF ? ((char)(0xFF61 + at[1] - 0xA1), 2) : (Bad, 1);
        var three = at[0] == 0x8F;
        var lead = three ? 1 : 0;
        if (at.Length < lead + 2 || at[lead] is < 0xA1 or 0xFF || at[lead + 1] is < 0xA1 or 0xFF) return (Bad, 1);
        var c = three ? JisTable.Jis0212(at[1] - 0xA0, at[2] - 0xA0) : JisTable.Jis0208(at[0] - 0xA0, at[1] - 0xA0);
        return (c, lead + 2);
    }

    internal static (string Text, int Malformed) Iso2022Jp(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        var (bad, set, shiftOut) = (0, 'B', false);
        for (var i = 0; i < bytes.Length; i++)
        {
            var b = bytes[i];
            if (b == 0x1B)
            {
                var (designated, used) = Escape(bytes[i..]);
                if (designated == '\0') { bad++; text.Append(Bad); continue; }
                (set, i) = (designated, i + used - 1);
            }
            else if (b is 0x0E or 0x0F) shiftOut = b == 0x0E;
            else if (b is 0x0A or 0x0D) { (set, shiftOut) = ('B', false); text.Append((char)b); } // a cut shift ends with its line
            else if (b < 0x21 || b == 0x7F) text.Append((char)b);
            else if (b >= 0x80 || shiftOut || set == 'I') { var c = Kana(b); if (c == Bad) bad++; text.Append(c); }
            else if (set is 'B' or 'J') text.Append((char)b);
            else if (i + 1 < bytes.Length && bytes[i + 1] is >= 0x21 and <= 0x7E)
            {
                var c = set == 'D' ? JisTable.Jis0212(b - 0x20, bytes[++i] - 0x20) : JisTable.Jis0208(b - 0x20, bytes[++i] - 0x20);
                if (c == Bad) bad++;
                text.Append(c);
            }
            else { bad++; text.Append(Bad); }
        }
        return (text.ToString(), bad);
    }

    private static char Kana(byte b) => (b & 0x7F) is >= 0x21 and <= 0x5F and var low ? (char)(0xFF61 + low - 0x21) : Bad;

    /// <summary>The set an escape sequence chooses: B ASCII, J Roman, I kana, @ JIS X 0208 and 0213, D JIS X 0212; NUL when unknown.</summary>
    private static (char Set, int Used) Escape(ReadOnlySpan<byte> at)
    {
        if (at.StartsWith("\e(B"u8)) return ('B', 3);
        if (at.StartsWith("\e(J"u8) || at.StartsWith("\e(H"u8)) return ('J', 3);
        if (at.StartsWith("\e(I"u8)) return ('I', 3);
        if (at.StartsWith("\e$@"u8) || at.StartsWith("\e$B"u8)) return ('@', 3);
        if (at.StartsWith("\e$(D"u8)) return ('D', 4);
        if (at.StartsWith("\e$(O"u8) || at.StartsWith("\e$(Q"u8) || at.StartsWith("\e$(B"u8)) return ('@', 4);
        return at.StartsWith("\e&@\e$B"u8) ? ('@', 6) : ('\0', 0);
    }
}
