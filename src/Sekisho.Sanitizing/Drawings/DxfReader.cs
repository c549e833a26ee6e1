using System.Globalization;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;

namespace Sekisho.Sanitizing.Drawings;

/// <summary>A DXF is nothing but pairs of lines, a group code and a value (AutoCAD DXF reference). A code that is no number means that the pairs are out of step, and the file stops.</summary>
internal static class DxfReader
{
    private const int MaxPairs = 30_000_000;

    internal static List<DxfPair> Read(string text, string place, FindingLog log)
    {
        var pairs = new List<DxfPair>(text.Length / 12);
        for (var at = 0; at < text.Length;)
        {
            var codeLine = Line(text, ref at);
            var code = codeLine.Of(text).Trim();
            if (code.IsEmpty && IsBlank(text, at)) break;
            if (!int.TryParse(code, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) || at >= text.Length && number != 0) throw Broken(place);
            var value = Line(text, ref at);
            if (pairs.Count >= MaxPairs) throw Broken(place);
            pairs.Add(value with { Code = number });
            if (number != 0 || !value.Is(text, "EOF")) continue;
            if (!IsBlank(text, at)) log.Add("ID-05", FindingAction.Removed, place, 1, ("type", Show.Number(text.Length - at)));
            return pairs;
        }
        throw Broken(place);
    }

    internal static FileStop Broken(string place) => new("JP-04", Outcome.Blocked, place);

    private static DxfPair Line(string text, ref int at)
    {
        var start = at;
        var end = text.AsSpan(at).IndexOfAny('\r', '\n') is >= 0 and var stop ? at + stop : text.Length;
        at = end < text.Length ? end + (text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? 2 : 1) : end;
        return new(0, start, end - start);
    }

    private static bool IsBlank(string text, int at) => text.AsSpan(at).IndexOfAnyExcept(" \t\r\n\f\x1A\0") < 0;
}
