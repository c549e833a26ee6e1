using System.Text;

namespace Sekisho.Sanitizing.Xml;

/// <summary>An element by namespace URI and local name; prefixes of the input are forgotten, ours are chosen when writing.</summary>
internal sealed class XElem(string ns, string name) : XNode
{
    internal string Ns { get; set; } = ns;
    internal string Name { get; set; } = name;
    internal List<XAttr> Attrs { get; } = [];
    internal List<XNode> Nodes { get; } = [];

    internal IEnumerable<XElem> Children => Nodes.OfType<XElem>();
    internal XElem? First(string name) => Children.FirstOrDefault(c => Is(c, name));
    internal bool Is(string ns, string name) => string.Equals(Name, name, StringComparison.Ordinal) && string.Equals(Ns, ns, StringComparison.Ordinal);

    internal string? Get(string name, string ns = "")
    {
        foreach (var a in Attrs)
            if (string.Equals(a.Name, name, StringComparison.Ordinal) && string.Equals(a.Ns, ns, StringComparison.Ordinal)) return a.Value;
        return null;
    }

    internal void Set(string name, string value, string ns = "")
    {
        Remove(name, ns);
        Attrs.Add(new(ns, name, value));
    }

    internal bool Remove(string name, string ns = "") =>
        Attrs.RemoveAll(a => string.Equals(a.Name, name, StringComparison.Ordinal) && string.Equals(a.Ns, ns, StringComparison.Ordinal)) > 0;

    /// <summary>All characters below, in order.</summary>
    internal string Text
    {
        get
        {
            if (Nodes.Count == 1 && Nodes[0] is XText only) return only.Value;
            var b = new StringBuilder();
            AppendText(this, b);
            return b.ToString();
        }
    }

    /// <summary>Replaces everything below by one run of text.</summary>
    internal void SetText(string value)
    {
        Nodes.Clear();
        if (value.Length > 0) Nodes.Add(new XText(value));
    }

    /// <summary>This element and all below, in document order; depth is bounded by LM-11.</summary>
    internal IEnumerable<XElem> SelfAndBelow()
    {
        var stack = new Stack<XElem>();
        stack.Push(this);
        while (stack.TryPop(out var e))
        {
            yield return e;
            for (var i = e.Nodes.Count - 1; i >= 0; i--)
                if (e.Nodes[i] is XElem child) stack.Push(child);
        }
    }

    private static bool Is(XElem e, string name) => string.Equals(e.Name, name, StringComparison.Ordinal);

    private static void AppendText(XElem e, StringBuilder b)
    {
        foreach (var node in e.Nodes)
            if (node is XText t) b.Append(t.Value);
            else AppendText((XElem)node, b);
    }
}
