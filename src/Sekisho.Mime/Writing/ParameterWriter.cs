using System.Globalization;
using System.Text;

namespace Sekisho.Mime.Writing;

/// <summary>Writes one parameter by RFC 2231: a short plain value quoted, anything else in UTF-8 with %xx, continued in pieces of at most 60 characters.</summary>
internal static class ParameterWriter
{
    private const int Piece = 60;

    internal static string Write(string name, string value)
    {
        if (value.Length <= Piece && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or ' ')) return $";\r\n {name}=\"{value}\"";
        var pieces = Pieces(value);
        if (pieces.Count == 1) return $";\r\n {name}*=UTF-8''{pieces[0]}";
        var text = new StringBuilder();
        for (var i = 0; i < pieces.Count; i++)
            text.Append(CultureInfo.InvariantCulture, $";\r\n {name}*{i}*={(i == 0 ? "UTF-8''" : "")}{pieces[i]}");
        return text.ToString();
    }

    private static List<string> Pieces(string value)
    {
        var pieces = new List<string>();
        var piece = new StringBuilder();
        foreach (var b in Encoding.UTF8.GetBytes(value))
        {
            var written = char.IsAsciiLetterOrDigit((char)b) || b is (byte)'.' or (byte)'-' or (byte)'_'
                ? ((char)b).ToString() : string.Create(CultureInfo.InvariantCulture, $"%{b:X2}");
            if (piece.Length + written.Length > Piece)
            {
                pieces.Add(piece.ToString());
                piece.Clear();
            }
            piece.Append(written);
        }
        if (piece.Length > 0 || pieces.Count == 0) pieces.Add(piece.ToString());
        return pieces;
    }
}
