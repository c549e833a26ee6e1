namespace Sekisho.Verifying.Xml;

/// <summary>An element start (<paramref name="Name"/> with its prefix) or a run of text (name null).</summary>
/// <param name="Parent">Name of the element around it; "" at the root.</param>
internal sealed record XmlToken(string? Name, string Text, IReadOnlyList<(string Name, string Value)> Attributes, string Parent)
{
    internal string Local => LocalOf(Name ?? "");
    internal string ParentLocal => LocalOf(Parent);
    internal string? Get(string local)
    {
        foreach (var (name, value) in Attributes)
            if (string.Equals(LocalOf(name), local, StringComparison.Ordinal)) return value;
        return null;
    }

    internal static string LocalOf(string name) => name.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon ? name[(colon + 1)..] : name;
}
