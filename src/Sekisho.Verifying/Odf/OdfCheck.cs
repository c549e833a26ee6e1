using System.Text;
using Sekisho.Verifying.Office;
using Sekisho.Verifying.Pictures;
using Sekisho.Verifying.Xml;
using Sekisho.Verifying.Zip;

namespace Sekisho.Verifying.Odf;

/// <summary>An ODF package of ours: mimetype first, a manifest that names every entry, content and styles without a word that runs, fetches or embeds, pictures of ours.</summary>
internal static class OdfCheck
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["odt"] = "text", ["ott"] = "text-template", ["ods"] = "spreadsheet", ["ots"] = "spreadsheet-template", ["odp"] = "presentation", ["otp"] = "presentation-template", ["odg"] = "graphics", ["otg"] = "graphics-template",
    };
    private static readonly byte[][] RawTokens = [[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], "<!DOCTYPE"u8.ToArray(), "<!ENTITY"u8.ToArray(), "<![CDATA["u8.ToArray(), "<script"u8.ToArray()];
    private static readonly HashSet<string> Prefixes = new(StringComparer.Ordinal) { "office", "style", "text", "table", "draw", "presentation", "fo", "svg", "number", "chart", "dr3d", "dc", "meta", "calcext", "loext", "math", "manifest", "xlink", "xml", "xmlns" };
    private static readonly HashSet<string> Forbidden = new(StringComparer.Ordinal)
    {
        "scripts", "script", "event-listeners", "event-listener", "execute-macro", "object-ole", "plugin", "applet", "floating-frame", "section-source", "table-source", "cell-range-source", "font-face-uri", "font-face-src", "dde-source", "dde-connection",
        "dde-connection-decls", "dde-links", "dde-link", "forms", "form", "control", "database-display", "database-next", "database-row-select", "database-source-table", "database-source-query", "database-source-sql", "connection-resource", "sound", "animations", "settings-item", "encryption-data",
    };
    private static readonly HashSet<string> Shown = new(StringComparer.Ordinal) { "name", "display-name", "string-value", "title", "description", "display", "label", "value", "comment", "alttext", "ref-name", "num-prefix", "num-suffix" };

    internal static void Run(byte[] bytes, string type, string place, Report report)
    {
        var files = WalkedZip.Read(bytes, place);
        var mime = "application/vnd.oasis.opendocument." + Types[type];
        if (files.Count < 3 || files[0].Name != "mimetype" || Encoding.ASCII.GetString(files[0].Data) != mime || Number(bytes, 8) != 0) report.Add("mimetype", place);
        var listed = Manifest(files, mime, place, report);
        foreach (var (name, data) in files.Skip(1))
        {
            var at = place + ":" + name;
            if (name is "META-INF/manifest.xml") continue;
            if (!listed.Contains(name)) report.Add("unlisted", at);
            if (name.StartsWith("Pictures/image", StringComparison.Ordinal) && name.EndsWith(".png", StringComparison.Ordinal)) PngCheck.Run(data, at, report);
            else if (name.StartsWith("Pictures/image", StringComparison.Ordinal) && name.EndsWith(".jpeg", StringComparison.Ordinal)) JpegCheck.Run(data, at, report);
            else if (name is "meta.xml") MetaCheck.Run(new XmlScan(data, at), at, report);
            else if (IsDocument(name)) Document(data, at, files.Select(f => f.Name).ToHashSet(StringComparer.Ordinal), name, report);
            else report.Add("entry", at);
        }
    }

    private static bool IsDocument(string name)
    {
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        if (slash >= 0 && !(name.StartsWith("Object ", StringComparison.Ordinal) && name[7..slash].All(char.IsAsciiDigit))) return false;
        return name[(slash + 1)..] is "content.xml" or "styles.xml";
    }

    private static HashSet<string> Manifest(IReadOnlyList<(string Name, byte[] Data)> files, string mime, string place, Report report)
    {
        var listed = new HashSet<string>(StringComparer.Ordinal);
        var (_, manifest) = files.FirstOrDefault(f => f.Name is "META-INF/manifest.xml");
        if (manifest is null) throw new Refused(place + ":manifest");
        var scan = new XmlScan(manifest, place);
        while (scan.Next() is { } token)
        {
            if (token.Name is "manifest:manifest" or null) continue;
            if (token.Name is not "manifest:file-entry") { report.Add("manifest:" + token.Name, place); continue; }
            var (path, media) = (token.Get("full-path") ?? "", token.Get("media-type") ?? "");
            if (path is "/" ? media != mime : media is not ("text/xml" or "image/png" or "image/jpeg" or "application/vnd.oasis.opendocument.chart" or "application/vnd.oasis.opendocument.formula")) report.Add("media:" + media, place);
            listed.Add(path);
        }
        if (!listed.Contains("/")) report.Add("root", place);
        foreach (var path in listed)
            if (path is not "/" && !path.EndsWith('/') && !files.Any(f => f.Name == path)) report.Add("missing:" + path, place);
        return listed;
    }

    private static void Document(byte[] data, string at, HashSet<string> names, string name, Report report)
    {
        foreach (var raw in RawTokens)
            if (data.AsSpan().IndexOf(raw) >= 0) report.Add("raw", at);
        var scan = new XmlScan(data, at);
        while (scan.Next() is { } token)
        {
            if (token.Name is not { } element) continue;
            if (!element.Contains(':', StringComparison.Ordinal) || !Prefixes.Contains(element.Split(':')[0])) report.Add("vocabulary:" + element, at);
            if (Forbidden.Contains(token.Local)) report.Add("element:" + token.Local, at);
            foreach (var (key, value) in token.Attributes) Attribute(token, key, value, at, names, name, report);
        }
    }

    private static void Attribute(XmlToken token, string key, string value, string at, HashSet<string> names, string part, Report report)
    {
        if (key.StartsWith("xmlns", StringComparison.Ordinal)) return;
        if (key.Contains(':', StringComparison.Ordinal) && !Prefixes.Contains(key.Split(':')[0]) || key.StartsWith("on", StringComparison.OrdinalIgnoreCase)) report.Add("attribute:" + key, at);
        var local = XmlToken.LocalOf(key);
        if (key is "xlink:href") { Reference(token.Local, value, at, names, part, report); return; }
        if (key.StartsWith("xlink:", StringComparison.Ordinal) && (key, value) is not ("xlink:type", "simple")) report.Add("link-kind", at);
        if (local is "formula" or "condition" or "expression")
        {
            // The one word of validity conditions that ends like a function (ODF 1.3 part 3, 19.602).
            var bare = FormulaCheck.WithoutStrings(value).Replace("is-true-formula(", "(", StringComparison.Ordinal);
            if (bare.Contains("'#", StringComparison.Ordinal) || bare.Contains("://", StringComparison.Ordinal) || bare.Contains('|', StringComparison.Ordinal)) report.Add("formula-outside", at);
            foreach (var call in FormulaCheck.Calls(bare))
                if (FormulaCheck.IsForbidden(call)) report.Add("formula:" + call, at);
        }
        else if (!Shown.Contains(local) && (value.Contains("://", StringComparison.Ordinal) || value.Contains("\\\\", StringComparison.Ordinal) || value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) || value.StartsWith("vnd.sun.star.script:", StringComparison.OrdinalIgnoreCase))) report.Add("outside:" + key, at);
    }

    private static void Reference(string element, string value, string at, HashSet<string> names, string part, Report report)
    {
        var ok = element switch
        {
            "a" => value.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || value.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || value.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) || value.StartsWith('#') && !value.Contains("://", StringComparison.Ordinal),
            "chart" => value is ".." && part.Contains('/', StringComparison.Ordinal),
            "object" => value.StartsWith("./Object ", StringComparison.Ordinal) && names.Contains(value[2..] + "/content.xml"),
            "image" or "fill-image" or "background-image" or "list-level-style-image" => names.Contains(part.Contains('/', StringComparison.Ordinal) && value.StartsWith("../", StringComparison.Ordinal) ? value[3..] : value),
            _ => false,
        };
        if (!ok || value.Contains('\\', StringComparison.Ordinal)) report.Add("href:" + element, at);
    }

    private static int Number(byte[] b, int at) => b[at] | b[at + 1] << 8;
}
