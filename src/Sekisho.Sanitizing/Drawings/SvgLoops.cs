using Sekisho.Kernel;
using Sekisho.Sanitizing.Xml;

namespace Sekisho.Sanitizing.Drawings;

/// <summary>
/// What a program has to draw when every reference of a drawing is followed: a reference that leads back to itself goes, and a drawing that multiplies beyond
/// the limit is blocked (a few nested uses make billions of shapes).
/// </summary>
internal sealed class SvgLoops(XElem root, string place)
{
    private const long MaxShapes = 5_000_000;
    private const int MaxDepth = 1_000;
    private readonly Dictionary<string, XElem> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<XElem, long> known = [];
    private readonly HashSet<XElem> open = [];

    /// <summary>References taken away.</summary>
    internal int Removed { get; private set; }

    internal void Run()
    {
        foreach (var e in root.SelfAndBelow())
            if (e.Get("id") is { } id) byId.TryAdd(id, e);
        Cost(root, 0);
    }

    private long Cost(XElem e, int depth)
    {
        if (known.TryGetValue(e, out var before)) return before;
        if (depth > MaxDepth) throw new FileStop("LM-11", Outcome.Blocked, place);
        open.Add(e);
        long cost = 1;
        foreach (var child in e.Children.ToList()) cost = Add(cost, Cost(child, depth + 1));
        foreach (var attribute in e.Attrs.ToList())
            foreach (var id in Targets(e, attribute))
            {
                if (!byId.TryGetValue(id, out var target)) continue;
                if (open.Contains(target)) { Forget(e, attribute); break; }
                cost = Add(cost, Cost(target, depth + 1));
            }
        open.Remove(e);
        return known[e] = cost;
    }

    private static IEnumerable<string> Targets(XElem e, XAttr attribute) => attribute switch
    {
        { Name: "href" } when SvgAllow.Animations.Contains(e.Name) && e.Name is not "mpath" => [],
        { Name: "href" } => SvgValue.Id(attribute.Value) is { } id ? [id] : [],
        _ => SvgValue.References(attribute.Value),
    };

    private void Forget(XElem e, XAttr attribute)
    {
        e.Remove(attribute.Name, attribute.Ns);
        Removed++;
    }

    private long Add(long a, long b) => a + b <= MaxShapes ? a + b : throw new FileStop("LM-11", Outcome.Blocked, place);
}
