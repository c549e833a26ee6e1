namespace Sekisho.Verifying.Office;

/// <summary>A field instruction, also a piece of one: no word that fetches, runs or asks, nothing that looks like a path or an address.</summary>
internal static class FieldCheck
{
    private static readonly string[] Words =
    [
        "DDE", "DDEAUTO", "LINK", "EMBED", "INCLUDEPICTURE", "INCLUDETEXT", "INCLUDE", "IMPORT", "DATABASE", "MACROBUTTON", "GOTOBUTTON", "AUTOTEXT", "AUTOTEXTLIST", "HTMLACTIVEX", "CONTROL", "PRINT", "FILLIN", "ASK", "MERGEFIELD", "MERGEREC", "NEXT", "NEXTIF", "USERADDRESS", "RD", "ADDIN", "PRIVATE", "DATA",
    ];

    internal static void Run(string instruction, string place, Report report)
    {
        foreach (var word in instruction.Split([' ', '\t', '"', '\u3000'], StringSplitOptions.RemoveEmptyEntries))
            if (Words.Contains(word.ToUpperInvariant(), StringComparer.Ordinal)) report.Add("field:" + word, place);
        if (instruction.Contains("\\\\", StringComparison.Ordinal) || instruction.Contains("://", StringComparison.Ordinal)) report.Add("field-target", place);
        if (instruction.TrimStart().StartsWith("HYPERLINK", StringComparison.OrdinalIgnoreCase) && !instruction.Contains("\\l ", StringComparison.OrdinalIgnoreCase)) report.Add("field:HYPERLINK", place);
    }
}
