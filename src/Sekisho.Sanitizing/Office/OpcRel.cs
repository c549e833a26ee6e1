using Sekisho.Sanitizing.Xml;

namespace Sekisho.Sanitizing.Office;

/// <summary>One relationship.</summary>
/// <param name="Id">As written.</param>
/// <param name="Type">Short type by <see cref="OfficeNs.ShortType"/>; both families give the same.</param>
/// <param name="Target">As written.</param>
/// <param name="IsExternal">By rule OX-06, whatever TargetMode says.</param>
/// <param name="Part">Canonical name of the target part; "" when external.</param>
internal sealed record OpcRel(string Id, string Type, string Target, bool IsExternal, string Part)
{
    internal static OpcRel Of(XElem e, string source)
    {
        var target = e.Get("Target") ?? "";
        var external = LinkGuard.IsExternal(target, e.Get("TargetMode"));
        return new(e.Get("Id") ?? "", OfficeNs.ShortType(e.Get("Type") ?? ""), target, external, external ? "" : Resolve(source, target));
    }

    /// <summary>A target relative to its source part, dot segments applied, lower case; a target that climbs out gives a name no part has.</summary>
    internal static string Resolve(string source, string target)
    {
        var path = target.Split('?', '#')[0];
        var stack = new List<string>();
        if (!path.StartsWith('/') && source.LastIndexOf('/') is > 0 and var slash) stack.AddRange(source[..slash].Split('/'));
        foreach (var segment in Uri.UnescapeDataString(path).Split('/'))
        {
            if (segment is "" or ".") continue;
            if (segment is "..")
            {
                if (stack.Count == 0) return "..";
                stack.RemoveAt(stack.Count - 1);
            }
            else stack.Add(segment);
        }
        return string.Join('/', stack).ToLowerInvariant();
    }
}
