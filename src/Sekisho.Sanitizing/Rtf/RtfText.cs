using System.Text;
using Sekisho.Mime.Charsets;

namespace Sekisho.Sanitizing.Rtf;

/// <summary>The characters of an RTF file (RT-07, RT-08): bytes by the file's code page, \u with its fallback skipped, no destination that is not text. HTML wrapped in RTF gives its text.</summary>
internal static class RtfText
{
    private static readonly string[] Silent = ["fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "fldinst", "listtable", "listoverridetable", "header", "footer", "template", "htmltag", "mhtmltag", "themedata", "datastore", "generator"];

    private sealed record State(bool IsSilent, bool IsHidden, int Skip);

    internal static string Read(byte[] b, string place)
    {
        var tokens = new RtfTokens(b, place);
        var text = new StringBuilder();
        var bytes = new MemoryStream();
        var codePage = "cp932";
        var states = new Stack<State>();
        var now = new State(false, false, 1);
        var (starred, fallback) = (false, 0);
        while (tokens.Next() is { } t)
        {
            if (t.Kind is RtfTokenKind.Open) states.Push(now);
            else if (t.Kind is RtfTokenKind.Close) { Flush(); if (!states.TryPop(out now!)) break; }
            else if (t.Kind is RtfTokenKind.Symbol) Symbol(t.Word);
            else if (t.Kind is RtfTokenKind.Word) Word(t);
            else if (t.Kind is RtfTokenKind.Hex or RtfTokenKind.Text) Characters(t);
            if (t.Kind is not RtfTokenKind.Symbol) starred = false;
        }
        Flush();
        return text.ToString().Trim();

        void Flush()
        {
            if (bytes.Length > 0) text.Append(CharsetDecoder.Decode(bytes.ToArray(), codePage).Text);
            bytes.SetLength(0);
        }

        void Symbol(string symbol)
        {
            if (symbol is "*") starred = true;
            else if (!now.IsSilent && !now.IsHidden && symbol is "\\" or "{" or "}") { Flush(); text.Append(symbol); }
            else if (!now.IsSilent && symbol is "~") { Flush(); text.Append(' '); }
        }

        void Word(RtfToken t)
        {
            if (starred && t.Word is not ("fldrslt" or "shptxt") || Silent.Contains(t.Word, StringComparer.Ordinal)) now = now with { IsSilent = true };
            if (t.Word is "ansicpg") codePage = t.Number is 65001 ? "utf-8" : t.Number is 1252 ? "windows-1252" : "cp932";
            if (t.Word is "v" or "htmlrtf") now = now with { IsHidden = t.Number is not 0 };
            if (t.Word is "uc") now = now with { Skip = Math.Clamp(t.Number ?? 1, 0, 16) };
            if (now.IsSilent || now.IsHidden) return;
            if (t.Word is "par" or "line" or "row" or "sect" or "page") { Flush(); text.Append('\n'); }
            else if (t.Word is "tab" or "cell") { Flush(); text.Append('\t'); }
            else if (t.Word is "u" && t.Number is { } n)
            {
                Flush();
                text.Append((char)(n & 0xFFFF));
                fallback = now.Skip;
            }
        }

        void Characters(RtfToken t)
        {
            for (var i = t.From; i < t.To;)
            {
                var value = b[i];
                if (t.Kind is RtfTokenKind.Hex) { value = Convert.ToByte(Encoding.ASCII.GetString(b, t.From + 2, 2), 16); i = t.To; }
                else i++;
                if (t.Kind is RtfTokenKind.Text && value is (byte)'\r' or (byte)'\n') continue;
                if (fallback > 0) { fallback--; continue; }
                if (!now.IsSilent && !now.IsHidden) bytes.WriteByte(value);
            }
        }
    }
}
