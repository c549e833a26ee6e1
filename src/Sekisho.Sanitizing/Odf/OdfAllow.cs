using System.Collections.Frozen;

namespace Sekisho.Sanitizing.Odf;

/// <summary>The elements and attributes of OpenDocument that are written again, read once from the table beside this file (law E2).</summary>
internal static class OdfAllow
{
    internal const string Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0", Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0", Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
        Draw = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", Style = "urn:oasis:names:tc:opendocument:xmlns:style:1.0", Link = "http://www.w3.org/1999/xlink", Manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
        Math = "http://www.w3.org/1998/Math/MathML";

    /// <summary>Languages of formulas: a program that finds the prefix without its namespace shows an error in every cell.</summary>
    internal static FrozenDictionary<string, string> FormulaPrefixes { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["of"] = "urn:oasis:names:tc:opendocument:xmlns:of:1.2", ["oooc"] = "http://openoffice.org/2004/calc", ["msoxl"] = "http://schemas.microsoft.com/office/excel/formula",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<(string Ns, string Name)> Elements, Attributes;

    static OdfAllow()
    {
        var (elements, attributes) = (new HashSet<(string, string)>(), new HashSet<(string, string)>());
        var prefixes = new Dictionary<string, string>(StringComparer.Ordinal) { [""] = "", [Link] = "xlink", [Manifest] = "manifest" };
        var ns = "";
        using var stream = typeof(OdfAllow).Assembly.GetManifestResourceStream("Odf.Allow.odf") ?? throw new InvalidOperationException("The allow list of ODF is not in the program.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var words = line.Split(' ');
            if (words[0] is "namespace") prefixes[ns = words[2]] = words[1];
            else if (words[0] is "e" or "a")
                foreach (var name in words.Skip(1)) (words[0] is "e" ? elements : attributes).Add((ns, name));
        }
        (Elements, Attributes, Prefixes) = (elements.ToFrozenSet(), attributes.ToFrozenSet(), prefixes.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>Our prefix for each namespace that may be written.</summary>
    internal static FrozenDictionary<string, string> Prefixes { get; }
    internal static bool HasElement(string ns, string name) => Elements.Contains((ns, name));
    /// <summary>MathML attributes have no namespace.</summary>
    internal static bool HasAttribute(string elementNs, string ns, string name) => Attributes.Contains((ns.Length == 0 && elementNs == Math ? Math : ns, name)) || ns == Xml.XmlWriting.XmlNs && name is "id" or "lang" or "space";
}
