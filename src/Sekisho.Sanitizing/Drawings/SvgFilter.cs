using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.TextFiles;
using Sekisho.Sanitizing.Xml;
using static Sekisho.Sanitizing.Drawings.SvgAllow;

namespace Sekisho.Sanitizing.Drawings;

/// <summary>Copies a tree element by element from the allow list (IM-09): what is not copied is named by kind, what only the drawing program needs is counted.</summary>
internal sealed class SvgFilter(FileContext context, string place, FindingLog log, List<ChildFile> children)
{
    private int forPrograms, pictures;

    internal XElem Run(XElem root)
    {
        var made = Element(root, null) ?? throw new FileStop("IM-09", Outcome.Blocked, place);
        var loops = new SvgLoops(made, place);
        loops.Run();
        if (loops.Removed > 0) Gone("循環する参照", loops.Removed);
        if (forPrograms > 0) log.Add("IM-09", FindingAction.Rewritten, place, forPrograms);
        return made;
    }

    private XElem? Element(XElem e, XElem? parent)
    {
        if (!string.Equals(e.Ns, Ns, StringComparison.Ordinal) && e.Ns.Length > 0) return Foreign(e);
        switch (e.Name)
        {
            case "a":
                if (e.Attrs.Any(a => a.Name is "href")) Gone("リンク");
                return Copy(e, new(Ns, "g"));
            case "foreignObject":
                return ForeignObject(e, parent);
            case "image":
                return new SvgPicture(context, children, this).Rebuild(e, ++pictures) is { } data ? WithAddress(Copy(e, new(Ns, "image")), data) : null;
            case "style":
                return Sheet(e);
        }
        if (Animations.Contains(e.Name)) return Animation(e);
        if (Elements.Contains(e.Name)) return Copy(e, new(Ns, e.Name));
        if (e.Name is "metadata" or "view") forPrograms++;
        else Gone(Kind(e.Name));
        return null;
    }

    internal void Gone(string kind, int count = 1) => log.Add("IM-09", FindingAction.Removed, place, count, ("kind", kind));

    private static string Kind(string name) => name switch
    {
        "script" or "handler" or "listener" => "スクリプト",
        "iframe" or "object" or "embed" or "audio" or "video" or "canvas" or "foreignObject" => "埋め込まれた部品",
        "feImage" or "tref" or "cursor" or "color-profile" or "font-face-uri" => "外部を読み込む参照",
        "font" or "font-face" or "glyph" or "missing-glyph" => "埋め込みフォント",
        _ => "知らない要素",
    };

    /// <summary>Vocabularies of drawing programs say nothing about the look; HTML does and is not drawn by any rule of ours.</summary>
    private XElem? Foreign(XElem e)
    {
        if (e.Ns is "http://www.w3.org/1999/xhtml" or "http://www.w3.org/2001/xml-events" or "http://www.w3.org/1998/Math/MathML" or "http://www.w3.org/2001/XInclude") Gone(e.Name is "script" ? "スクリプト" : "埋め込まれた部品");
        else forPrograms++;
        return null;
    }

    private XElem Copy(XElem e, XElem made)
    {
        Attributes(e, made);
        foreach (var node in e.Nodes)
            if (node is XText t) AddText(made, t.Value);
            else if (Element((XElem)node, e) is { } child) made.Nodes.Add(child);
        return made;
    }

    private void AddText(XElem made, string text)
    {
        if (made.Name is "text" or "tspan" or "textPath" or "title" or "desc") text = TextCleaner.Clean(text, place, log);
        else if (!string.IsNullOrWhiteSpace(text)) return;
        if (made.Nodes.Count > 0 && made.Nodes[^1] is XText last) last.Value += text;
        else if (text.Length > 0) made.Nodes.Add(new XText(text));
    }

    private void Attributes(XElem e, XElem made)
    {
        foreach (var a in e.Attrs)
            if (a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)) Gone("スクリプト");
            else if (a.Ns.Length == 0 && a.Name is "style") Style(made, a.Value);
            else if (a.Name is "href" && a.Ns is "" or XLink) Address(made, a.Value);
            else if (string.Equals(a.Ns, XmlWriting.XmlNs, StringComparison.Ordinal) && a.Name is "space" or "lang" && a.Value.Length <= 20 && a.Value.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')) made.Attrs.Add(a);
            else if (a.Ns.Length == 0 && SvgAllow.Attributes.Contains(a.Name)) Plain(made, a);
            else if (a.Name is "href" or "src" or "base") Gone("外部を読み込む参照");
            else forPrograms++;
    }

    private void Plain(XElem made, XAttr a)
    {
        var value = a.Name is "id" ? SvgValue.IsId(a.Value) ? a.Value : null : SvgValue.Clean(a.Value);
        if (value is not null) made.Set(a.Name, value);
        else Dropped(a.Value);
    }

    private void Style(XElem made, string text)
    {
        var value = SvgSheet.Declarations(text, Dropped);
        if (value.Length > 0) made.Set("style", value);
    }

    private void Dropped(string text)
    {
        if (SvgValue.IsOutside(text)) Gone("外部を読み込む参照");
        else forPrograms++;
    }

    private void Address(XElem made, string value)
    {
        if (made.Name is "image" || made.Name is "g") return;
        if (Pointing.Contains(made.Name) && SvgValue.Id(value) is { } id) made.Set("href", "#" + id, XLink);
        else Gone("外部を読み込む参照");
    }

    private static XElem WithAddress(XElem made, string data)
    {
        made.Set("href", data, XLink);
        return made;
    }

    private XElem? Sheet(XElem e)
    {
        var rules = SvgSheet.Rules(e.Text, Dropped);
        if (rules.Length == 0) return null;
        var made = new XElem(Ns, "style");
        made.SetText(rules);
        return made;
    }

    /// <summary>An animation may move and colour; one that writes an address, a script or an unknown attribute goes.</summary>
    private XElem? Animation(XElem e)
    {
        var written = e.Get("attributeName");
        if (written is not null && (written is "id" or "class" || !SvgAllow.Attributes.Contains(written)))
        {
            Gone("リンクや動作を書き換えるアニメーション");
            return null;
        }
        var made = new XElem(Ns, e.Name);
        foreach (var a in e.Attrs)
            if (a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)) Gone("スクリプト");
            else if (a.Name is "href" && a.Ns is "" or XLink) Address(made, a.Value);
            else if (a.Ns.Length > 0 || !AnimationAttributes.Contains(a.Name)) forPrograms++;
            else if (a.Name is "begin" or "end" && a.Value.Contains('(', StringComparison.Ordinal)) forPrograms++;
            else Plain(made, a);
        foreach (var child in e.Children)
            if (Element(child, e) is { } kept) made.Nodes.Add(kept);
        return made;
    }

    /// <summary>HTML in a drawing: its characters are kept as a text at its place, unless the drawing itself brings something for programs that cannot show it.</summary>
    private XElem? ForeignObject(XElem e, XElem? parent)
    {
        var isOfProgram = !e.SelfAndBelow().Any(x => x != e && x.Ns is Ns or "http://www.w3.org/1999/xhtml");
        if (isOfProgram) forPrograms++;
        else Gone("埋め込まれた部品");
        var text = isOfProgram ? "" : string.Join(' ', Words(e).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (parent is { Name: "switch" } && parent.Children.Count() > 1 || text.Length == 0) return null;
        var made = new XElem(Ns, "text");
        foreach (var name in (string[])["x", "y", "transform"])
            if (e.Get(name) is { } value && SvgValue.Clean(value) is { } clean) made.Set(name, clean);
        made.Set("dy", "1em");
        AddText(made, text);
        return made;
    }

    private static string Words(XElem e) => e.Name is "script" or "style" ? "" : string.Concat(e.Nodes.Select(n => n is XText t ? t.Value : " " + Words((XElem)n)));
}
