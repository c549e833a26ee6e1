using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Sekisho.Conformity.Yaml;

/// <summary>Passes events through and refuses anchors and aliases (the "billion laughs" way of making a small file huge).</summary>
internal sealed class MergingParserGuard(IParser inner) : IParser
{
    public ParsingEvent? Current => inner.Current;

    public bool MoveNext()
    {
        if (!inner.MoveNext()) return false;
        if (inner.Current is AnchorAlias || inner.Current is NodeEvent { Anchor.IsEmpty: false })
            throw new YamlException(inner.Current.Start, inner.Current.End, "Anchors and aliases are not used in packs.");
        return true;
    }
}
