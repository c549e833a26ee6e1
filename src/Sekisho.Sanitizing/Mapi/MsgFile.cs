using System.Buffers.Binary;
using System.Globalization;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.Compound;

namespace Sekisho.Sanitizing.Mapi;

/// <summary>MSG ([MS-OXMSG]) to a mail (MS-01…05): properties by a list, attachments by value and messages inside; paths, web references, OLE objects, named properties stay behind.</summary>
internal static class MsgFile
{
    private const string Property = "__substg1.0_", Fixed = "__properties_version1.0";

    internal static byte[] ToMail(CompoundDocument file, FileContext context, string place, FindingLog log) => Message(file, "", 0, context, place, log);

    private static byte[] Message(CompoundDocument file, string root, int depth, FileContext context, string place, FindingLog log)
    {
        if (context.Depth + depth > context.Limits.Depth) throw new FileStop("LM-05", Outcome.Blocked, place, new Dictionary<string, string> { ["n"] = Show.Number(context.Limits.Depth) });
        var bag = Read(file, root, root.Length == 0 ? 32 : 24);
        var mail = new MapiMail(place, log);
        foreach (var folder in Folders(file, root, "__recip_version1.0_")) mail.Recipient(Read(file, folder, 8));
        foreach (var folder in Folders(file, root, "__attach_version1.0_")) Attachment(file, folder, depth, mail, context, place, log);
        if (NamesTraps(file, root)) log.Add("MS-03", FindingAction.Removed, place);
        return mail.Write(bag);
    }

    private static void Attachment(CompoundDocument file, string folder, int depth, MapiMail mail, FileContext context, string place, FindingLog log)
    {
        context.Budget.Enter(1, place);
        var bag = Read(file, folder, 8);
        var name = bag.Text(MapiBag.AttachLongName) is { Length: > 0 } known ? known : bag.Text(MapiBag.AttachShortName);
        switch (bag.Number(MapiBag.AttachMethod) ?? 1)
        {
            case 1 when bag.Bytes(MapiBag.AttachData) is { } data:
                context.Budget.Expand(data.Length, place);
                mail.Attach(name, bag.Text(MapiBag.AttachMime), data);
                break;
            case 5 when file.Has(folder + Property + "3701000D"):
                mail.Attach((name.Length == 0 ? bag.Text(MapiBag.DisplayName) : name) + ".eml", "application/octet-stream", Message(file, folder + Property + "3701000D/", depth + 1, context, place, log));
                break;
            default:
                // By reference (2, 3, 4, 7): a path or an address to be fetched. OLE (6): a storage that only an object server reads.
                log.Add("MS-02", FindingAction.Removed, place);
                break;
        }
    }

    private static MapiBag Read(CompoundDocument file, string folder, int header)
    {
        var bag = new MapiBag();
        if (file.Read(folder + Fixed) is { } table)
            for (var at = header; at + 16 <= table.Length; at += 16)
            {
                var type = BinaryPrimitives.ReadUInt16LittleEndian(table.AsSpan(at));
                if (type is 2 or 3 or 0x0B) bag.Add(BinaryPrimitives.ReadUInt16LittleEndian(table.AsSpan(at + 2)), type, table[(at + 8)..(at + 12)]);
                else if (type is 0x14 or 0x40) bag.Add(BinaryPrimitives.ReadUInt16LittleEndian(table.AsSpan(at + 2)), type, table[(at + 8)..(at + 16)]);
            }
        foreach (var entry in file.Entries.Values.Where(e => !e.IsStorage && e.Path.Length == folder.Length + Property.Length + 8 && e.Path.StartsWith(folder + Property, StringComparison.Ordinal)))
            if (int.TryParse(entry.Name.AsSpan(Property.Length), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var tag) && (tag & 0xFFFF) is MapiBag.String8 or MapiBag.Unicode or MapiBag.Binary)
                bag.Add(tag >> 16 & 0xFFFF, tag & 0xFFFF, file.Read(entry.Path) ?? []);
        return bag;
    }

    private static IEnumerable<string> Folders(CompoundDocument file, string root, string start) =>
        file.Entries.Values.Where(e => e.IsStorage && e.Path.Length > root.Length && e.Path.StartsWith(root, StringComparison.Ordinal) && e.Path.IndexOf('/', root.Length) < 0 && e.Name.StartsWith(start, StringComparison.Ordinal)).Select(e => e.Path + "/").Order(StringComparer.Ordinal);

    /// <summary>MS-03: named properties that make a client open a place by itself: the sound of a reminder (0x851F), voting buttons (0x8520), a custom form.</summary>
    private static bool NamesTraps(CompoundDocument file, string root)
    {
        if (root.Length > 0 || file.Read("__nameid_version1.0/__substg1.0_00030102") is not { } names) return false;
        for (var at = 0; at + 8 <= names.Length; at += 8)
            if (BinaryPrimitives.ReadUInt32LittleEndian(names.AsSpan(at)) is 0x851F or 0x8520 or 0x8515) return true;
        return false;
    }
}
