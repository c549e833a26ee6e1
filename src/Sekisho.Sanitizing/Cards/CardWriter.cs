using System.Text;

namespace Sekisho.Sanitizing.Cards;

/// <summary>Writes properties as UTF-8 with CRLF, folded at 75 bytes and never inside a character.</summary>
internal sealed class CardWriter
{
    private const int Fold = 75;
    private readonly MemoryStream output = new();

    /// <param name="head">Name and parameters.</param>
    /// <param name="value">Already escaped.</param>
    internal void Add(string head, string value)
    {
        var used = 0;
        foreach (var rune in (head + ":" + value).EnumerateRunes())
        {
            if (used + rune.Utf8SequenceLength > Fold)
            {
                output.Write("\r\n "u8);
                used = 1;
            }
            output.Write(Encoding.UTF8.GetBytes(rune.ToString()));
            used += rune.Utf8SequenceLength;
        }
        output.Write("\r\n"u8);
    }

    internal byte[] Finish() => output.ToArray();
}
