using Sekisho.Kernel.Workers;

namespace Sekisho.Sanitizing.Office;

/// <summary>Accounts for the parts nobody asked for (law E7): macro projects under any name (OX-01), and parts no relationship leads to (OX-26).</summary>
internal static class Unreached
{
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    internal static void Report(OpcPackage package, FindingLog log)
    {
        var unread = package.Unread.Order(StringComparer.Ordinal).ToList();
        var reached = Reached(package);
        foreach (var part in unread)
        {
            if (part.EndsWith(".bin", StringComparison.Ordinal) && IsMacroProject(package.Read(part))) log.Add("OX-01", FindingAction.Removed, part, 1, ("name", part));
            else if (!reached.Contains(part) && !part.EndsWith(".rels", StringComparison.Ordinal)) log.Add("OX-26", FindingAction.Removed, part, 1, ("name", part));
        }
    }

    private static bool IsMacroProject(byte[] bytes) => bytes.AsSpan().StartsWith(Compound) && bytes.AsSpan().IndexOf("V\0B\0A\0"u8) >= 0;

    private static HashSet<string> Reached(OpcPackage package)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal) { "[content_types].xml" };
        var queue = new Queue<string>([""]);
        while (queue.TryDequeue(out var part))
            foreach (var rel in package.Relationships(part))
                if (!rel.IsExternal && package.Has(rel.Part) && reached.Add(rel.Part)) queue.Enqueue(rel.Part);
        return reached;
    }
}
