namespace Sekisho.Verifying.Pdf;

/// <summary>A value as it stands in an output: kind n number, b boolean, z null, / name, s string, r reference, [ array, { dictionary or stream.</summary>
internal sealed class Node
{
    internal required char Kind { get; init; }
    /// <summary>Of a name, its characters; of a boolean, "true" or "false".</summary>
    internal string Text { get; init; } = "";
    /// <summary>Of a number; of a reference, the object.</summary>
    internal double Number { get; init; }
    internal byte[] Bytes { get; init; } = [];
    internal List<Node> Items { get; } = [];
    internal Dictionary<string, Node> Keys { get; } = new(StringComparer.Ordinal);
    /// <summary>Where the data of a stream begins; -1 without any.</summary>
    internal int DataAt { get; set; } = -1;
    internal int DataLength { get; set; }
}
