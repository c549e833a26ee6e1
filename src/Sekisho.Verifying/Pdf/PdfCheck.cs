using System.Text;

namespace Sekisho.Verifying.Pdf;

/// <summary>
/// A PDF of ours: the shape of our writer, and from the catalogue down only dictionaries of known roles with the keys of their role; every
/// stream decoded and read by what it is for. An object nobody reaches, or reached as two things, is refused.
/// </summary>
internal sealed class PdfCheck
{
    private const int MaxDepth = 400;
    private readonly byte[] b;
    private readonly string place;
    private readonly Report report;
    private readonly List<Node> objects;
    private readonly string?[] roles;
    private readonly Queue<(Node Node, string Role)> waiting = new();
    private readonly bool drawn;
    private readonly int info;

    private PdfCheck(byte[] bytes, string place, bool drawn, Report report)
    {
        (b, this.place, this.drawn, this.report) = (bytes, place, drawn, report);
        (objects, Root, info) = PdfShape.Read(b);
        roles = new string?[objects.Count];
    }

    private int Root { get; }

    /// <param name="drawn">The writer said that every page is a picture (<see cref="DrawnCheck"/>).</param>
    internal static void Run(byte[] bytes, string place, bool drawn, Report report) => new PdfCheck(bytes, place, drawn, report).All();

    private void All()
    {
        Visit(new() { Kind = 'r', Number = Root }, "Catalog", 0);
        if (info > 0) Visit(new() { Kind = 'r', Number = info }, "Info", 0);
        while (waiting.TryDequeue(out var next)) Dictionary(next.Node, next.Role, 0);
        for (var i = 0; i < roles.Length; i++)
            if (roles[i] is null) Bad("unreached", (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private void Bad(string code, string what) => report.Add(code, place + ":pdf:" + what);

    /// <summary>Follows one reference; direct values are looked at where they stand, referred ones once and later.</summary>
    private void Visit(Node node, string role, int depth)
    {
        if (depth > MaxDepth) throw new Refused("pdf:depth");
        if (node.Kind != 'r') { Value(node, role, depth); return; }
        var index = (int)node.Number - 1;
        if (index < 0 || index >= objects.Count) { Bad("reference", role); return; }
        var target = objects[index];
        var known = Which(target, role);
        if (roles[index] is { } before)
        {
            if (before != known) Bad("two-roles", before + "/" + known);
            return;
        }
        roles[index] = known;
        if (target.Kind == '{') waiting.Enqueue((target, known));
        else Value(target, role, depth + 1);
    }

    private void Value(Node node, string role, int depth)
    {
        if (node.Kind == '{') Dictionary(node, Which(node, role), depth + 1);
        else Bad("not-" + role, node.Kind.ToString());
    }

    /// <summary>The exact role where a word stands for several.</summary>
    private static string Which(Node node, string role) => role switch
    {
        "XObject" => Named(node, "Subtype") is "Image" ? "Image*" : "Form*",
        "Pattern" => node.DataAt >= 0 ? "Tiling*" : "Shaded",
        "Font" => Named(node, "Subtype") switch { "Type0" => "Composite", "Type3" => "Drawn", _ => "Simple" },
        _ => role,
    };

    private static string Named(Node node, string key) => node.Keys.TryGetValue(key, out var value) && value.Kind == '/' ? value.Text : "";

    private void Dictionary(Node node, string role, int depth)
    {
        var forms = PdfRoles.Of(role);
        var data = node.DataAt >= 0;
        if (drawn && !DrawnCheck.HasRole(role)) Bad("drawn", role);
        if (data != (role.EndsWith('*') || (role is "Shading" or "Function" && data))) Bad("stream", role);
        foreach (var (key, value) in node.Keys)
        {
            if (data && key is "Filter" or "DecodeParms") continue;
            if (!forms.TryGetValue(key, out var form)) Bad("key", role + "/" + key);
            else if (!Fits(value, form, depth)) Bad("value", role + "/" + key);
        }
        if (data) StreamCheck.Run(b, node, role, drawn, (code, what) => Bad(code, role + ":" + what));
    }

    private bool Fits(Node value, string form, int depth)
    {
        switch (form[0])
        {
            case '>': Visit(value, form[1..], depth + 1); return true;
            case '[': return Array(value, form[1..^1], depth);
            case '{': return value.Kind == '{' && All(value, form[1..^1], depth);
            case '/': return value.Kind == '/' && (form is "/*" ? IsPlain(value.Text) : form[1..].Split('|').Contains(value.Text));
        }
        return form switch
        {
            "n" => value.Kind == 'n',
            "b" => value.Kind == 'b',
            "s" => value.Kind == 's' && value.Bytes.Length <= 4_096,
            "N" => Numbers(value, false),
            "M" => value.Kind == 'n' || Numbers(value, true),
            "^" => value.Kind == 'r',
            "dest" => Destination(value),
            "uri" => value.Kind == 's' && IsLink(Encoding.Latin1.GetString(value.Bytes)),
            "space" => Space(value, depth),
            "mask" => value.Kind == 'r' ? Picture(value, depth) : Numbers(value, false),
            "soft" => value is { Kind: '/', Text: "None" } || Soft(value, depth),
            "functions" => value.Kind == '[' ? value.Items.All(i => Function(i, depth)) : Function(value, depth),
            "gids" => value is { Kind: '/', Text: "Identity" } || Glyphs(value, depth),
            "encoding" => Encodes(value, depth),
            "differences" => value.Kind == '[' && value.Items.All(i => i.Kind == 'n' || (i.Kind == '/' && i.Text.Length <= 63)),
            _ => false,
        };
    }

    private bool All(Node value, string role, int depth)
    {
        foreach (var item in value.Keys.Values)
            if (role is "space") { if (!Space(item, depth)) return false; }
            else Visit(item, role, depth + 1);
        return true;
    }

    private bool Array(Node value, string role, int depth)
    {
        if (value.Kind != '[') return false;
        foreach (var item in value.Items)
        {
            if (role is "b" ? item.Kind == 'b' : item.Kind == 'n' && role is "Font" or "Label") continue;
            if (role is "b") return false;
            Visit(item, role, depth + 1);
        }
        return true;
    }

    private bool Picture(Node value, int depth) { Visit(value, "Image*", depth + 1); return true; }
    private bool Soft(Node value, int depth) { Visit(value, "Soft", depth + 1); return true; }
    private bool Function(Node value, int depth) { Visit(value, "Function", depth + 1); return true; }
    private bool Glyphs(Node value, int depth) { Visit(value, "Glyphs*", depth + 1); return true; }

    private bool Encodes(Node value, int depth)
    {
        if (value.Kind == '/') return IsPlain(value.Text);
        Visit(value, value.Kind == 'r' ? "Codes*" : "Differences", depth + 1);
        return true;
    }

    private static bool Numbers(Node value, bool nested) => value.Kind == '[' && value.Items.All(i => i.Kind == 'n' || (nested && Numbers(i, false)));

    private static bool Destination(Node value) => value.Kind == '[' && value.Items.Count is >= 2 and <= 6 && value.Items[0].Kind == 'r'
        && value.Items[1] is { Kind: '/', Text: "XYZ" or "Fit" or "FitB" or "FitH" or "FitV" or "FitBH" or "FitBV" or "FitR" } && value.Items.Skip(2).All(i => i.Kind is 'n' or 'z');

    private static bool IsLink(string text) => text.All(c => c is >= '!' and <= '~') && text.Length <= 4_096
        && (text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase));

    private static bool IsPlain(string name) => name.Length is > 0 and <= 127 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '-' or ',' or '_' or '.' or ' ' or (>= '\x80' and <= '\xFF'));

    private bool Space(Node value, int depth)
    {
        if (depth > MaxDepth) return false;
        if (value.Kind == '/') return value.Text is "DeviceGray" or "DeviceRGB" or "DeviceCMYK" or "Pattern";
        if (value.Kind != '[' || value.Items.Count < 2 || value.Items[0].Kind != '/') return false;
        var parts = value.Items;
        switch (parts[0].Text)
        {
            case "CalGray" or "CalRGB" or "Lab": Visit(parts[1], "Measured", depth + 1); return parts.Count == 2;
            case "Indexed": return parts.Count == 4 && Space(parts[1], depth + 1) && parts[2].Kind == 'n' && parts[3].Kind == 's';
            case "Separation": return parts.Count == 4 && IsInk(parts[1]) && Space(parts[2], depth + 1) && Function(parts[3], depth);
            case "DeviceN": return parts.Count == 4 && parts[1].Kind == '[' && parts[1].Items.All(IsInk) && Space(parts[2], depth + 1) && Function(parts[3], depth);
            case "Pattern": return parts.Count == 2 && Space(parts[1], depth + 1);
            default: return false;
        }
    }

    private static bool IsInk(Node node) => node.Kind == '/' && (node.Text is "All" or "None" or "Cyan" or "Magenta" or "Yellow" or "Black" || node.Text.StartsWith("Spot", StringComparison.Ordinal));
}
