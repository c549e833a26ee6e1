using System.Text;
using System.Text.RegularExpressions;

namespace Sekisho.Verifying.Pdf;

/// <summary>
/// A document said to be drawn: a page is one picture and, over it, text in the mode that paints nothing, of fonts whose glyphs draw nothing. No link, no outline, no font program, no other operator.
/// </summary>
internal static partial class DrawnCheck
{
    private static readonly HashSet<string> Roles = new(StringComparer.Ordinal) { "Catalog", "Pages", "Page", "Resources", "Content*", "Image*", "Drawn", "Differences", "Text*" };

    internal static bool HasRole(string role) => Roles.Contains(role);

    internal static void Run(byte[] data, Action<string, string> bad)
    {
        var before = "";
        foreach (var line in Encoding.Latin1.GetString(data).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Known().IsMatch(line) || (before is "BT" && line is not "3 Tr")) { bad("drawn", line.Length > 40 ? line[..40] : line); return; }
            before = line;
        }
    }

    [GeneratedRegex(@"^(?:q|Q|BT|ET|3 Tr|500 0 d0|/X1 Do|[0-9.]+ 0 0 [0-9.]+ 0 0 cm|/F[0-9]+ [0-9.]+ Tf|[0-9.]+ Tz|1 0 0 1 -?[0-9.]+ -?[0-9.]+ Tm|<(?:[0-9A-F]{2})+> Tj)$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Known();
}
