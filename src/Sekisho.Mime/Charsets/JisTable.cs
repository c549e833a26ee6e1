using System.Text;

namespace Sekisho.Mime.Charsets;

/// <summary>
/// JIS X 0208 as code page 932 maps it (〜 is U+FF5E, − is U+FF0D, NEC row 13 and the NEC-selected rows are there): the map of nearly all
/// Japanese mail programs (matrix TX-06). JIS X 0212 comes from the framework's page 20932.
/// </summary>
internal static class JisTable
{
    private const char None = '\uFFFD';
    private static readonly Encoding Page932 = Get(932), Page20932 = Get(20932);
    private static readonly char[] Plane0208 = Build((row, cell) =>
    {
        var lead = (row - 1) / 2 + (row <= 62 ? 0x81 : 0xC1);
        var trail = row % 2 == 0 ? cell + 0x9E : cell + (cell <= 63 ? 0x3F : 0x40);
        return Page932.GetString([(byte)lead, (byte)trail]);
    });
    private static readonly char[] Plane0212 = Build((row, cell) => Page20932.GetString([(byte)(row + 0xA0), (byte)(cell + 0x20)]));
    private static readonly Dictionary<char, (byte Row, byte Cell)> Back0208 = Invert();

    /// <summary>The character of row and cell (1 to 94 each); U+FFFD where there is none.</summary>
    internal static char Jis0208(int row, int cell) => At(Plane0208, row, cell);
    internal static char Jis0212(int row, int cell) => At(Plane0212, row, cell);
    internal static bool TryRowCell(char c, out byte row, out byte cell)
    {
        var found = Back0208.TryGetValue(c, out var place);
        (row, cell) = place;
        return found;
    }

    /// <summary>One or two bytes of code page 932 as text; null when they are no character of it.</summary>
    internal static string? Cp932(ReadOnlySpan<byte> bytes)
    {
        var text = Page932.GetString(bytes);
        if (text == "\u30FB" && !bytes.SequenceEqual((ReadOnlySpan<byte>)[0x81, 0x45])) return null; // the framework's answer to a hole in the table
        return text.Length == 1 && text[0] != None && text[0] is not ('\u0080' or '\u00A0' or '\uF8F0' or '\uF8F1' or '\uF8F2' or '\uF8F3') ? text : null;
    }

    private static char At(char[] plane, int row, int cell) => row is < 1 or > 94 || cell is < 1 or > 94 ? None : plane[(row - 1) * 94 + cell - 1];

    private static char[] Build(Func<int, int, string> read)
    {
        var plane = new char[94 * 94];
        for (var row = 1; row <= 94; row++)
        {
            for (var cell = 1; cell <= 94; cell++)
            {
                var text = read(row, cell);
                plane[(row - 1) * 94 + cell - 1] = text.Length == 1 && text[0] is not ('\u30FB' or '?') ? text[0] : None;
            }
        }
        return plane;
    }

    private static Dictionary<char, (byte, byte)> Invert()
    {
        Plane0208[5] = '\u30FB'; // 1-06, the middle dot: the framework's replacement for holes is the same character
        Plane0208[8] = '\uFF1F'; // 1-09
        var back = new Dictionary<char, (byte, byte)>();
        for (var i = 0; i < Plane0208.Length; i++)
        {
            if (Plane0208[i] != None) back.TryAdd(Plane0208[i], ((byte)(i / 94 + 1), (byte)(i % 94 + 1)));
        }
        return back;
    }

    // The framework's own fallback, not one of ours: with another it drops the NEC-selected rows, which have no way back.
    private static Encoding Get(int page) =>
        CodePagesEncodingProvider.Instance.GetEncoding(page)
        ?? throw new InvalidOperationException("The framework has no code page " + page.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
