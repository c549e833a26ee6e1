namespace Sekisho.Sanitizing.Pdf.Content;

/// <summary>
/// The operators that may stand in a content stream and what each takes (ISO 32000 annex A): n number, a array of numbers, s string,
/// t array of strings and numbers, and one capital for a name of a resource (F font, G state, C colour space, S shading, X object, I intent).
/// </summary>
internal static class Operators
{
    internal static readonly Dictionary<string, string> Operands = new(StringComparer.Ordinal)
    {
        ["q"] = "", ["Q"] = "", ["cm"] = "nnnnnn", ["w"] = "n", ["J"] = "n", ["j"] = "n", ["M"] = "n", ["d"] = "an", ["ri"] = "I", ["i"] = "n", ["gs"] = "G",
        ["m"] = "nn", ["l"] = "nn", ["c"] = "nnnnnn", ["v"] = "nnnn", ["y"] = "nnnn", ["h"] = "", ["re"] = "nnnn",
        ["S"] = "", ["s"] = "", ["f"] = "", ["F"] = "", ["f*"] = "", ["B"] = "", ["B*"] = "", ["b"] = "", ["b*"] = "", ["n"] = "", ["W"] = "", ["W*"] = "",
        ["BT"] = "", ["ET"] = "", ["Tc"] = "n", ["Tw"] = "n", ["Tz"] = "n", ["TL"] = "n", ["Tf"] = "Fn", ["Tr"] = "n", ["Ts"] = "n",
        ["Td"] = "nn", ["TD"] = "nn", ["Tm"] = "nnnnnn", ["T*"] = "", ["Tj"] = "s", ["TJ"] = "t", ["'"] = "s", ["\""] = "nns",
        ["d0"] = "nn", ["d1"] = "nnnnnn", ["CS"] = "C", ["cs"] = "C", ["G"] = "n", ["g"] = "n", ["RG"] = "nnn", ["rg"] = "nnn", ["K"] = "nnnn", ["k"] = "nnnn",
        ["SC"] = "*", ["SCN"] = "*", ["sc"] = "*", ["scn"] = "*", ["sh"] = "S", ["Do"] = "X",
    };

    /// <summary>Known, and left out with what they mark: tags, compatibility sections.</summary>
    internal static bool IsSilent(string name) => name is "MP" or "DP" or "BX" or "EX" or "EI" or "ID";

    internal static bool Shows(string name) => name is "Tj" or "TJ" or "'" or "\"";
}
