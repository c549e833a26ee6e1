using System.Buffers.Binary;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.Compound;
using Sekisho.Sanitizing.Identification;

namespace Sekisho.Sanitizing.Legacy;

/// <summary>
/// Looks into a doc, xls or ppt before it is converted: names what will not come over (OL-01…04, OL-09). Only for the report: nothing of the
/// streams is copied.
/// </summary>
internal static class OldOffice
{
    internal static void Survey(CompoundDocument file, FileKind kind, string place, FindingLog log)
    {
        var entries = file.Entries.Values;
        var macros = entries.Count(e => e.IsStorage && e.Name is "VBA" or "Macros" or "_VBA_PROJECT_CUR" || !e.IsStorage && e.Name is "_VBA_PROJECT" or "dir" && e.Path.Contains("VBA/", StringComparison.Ordinal));
        if (macros > 0) log.Add("OL-01", FindingAction.Removed, place, macros);
        var objects = entries.Count(e => e.Name is "ObjectPool" or "\u0001Ole10Native" or "OCXDATA" || e.Name is "\u0001Ole" && e.Path.Contains('/', StringComparison.Ordinal) || e.Name.StartsWith("MBD", StringComparison.Ordinal));
        if (objects > 0) log.Add("OL-03", FindingAction.Removed, place, objects);
        if (kind == FileKind.Xls) Sheets(file, place, log);
        if (kind == FileKind.Doc) Fields(file, place, log);
        if (IsAncient(file, kind)) log.Add("OL-08", FindingAction.Rewritten, place);
        log.Add("OL-09", FindingAction.Rewritten, place);
    }

    /// <summary>Word: the encryption bit of the FIB ([MS-DOC] 2.5.2). Excel: FILEPASS. PowerPoint: the token of "Current User" ([MS-PPT] 2.3.2).</summary>
    internal static bool IsEncrypted(CompoundDocument file, FileKind kind) => kind switch
    {
        FileKind.Doc => file.Read("WordDocument") is { Length: > 12 } fib && (fib[11] & 1) != 0,
        FileKind.Ppt => file.Has("EncryptedSummary") || file.Read("Current User") is { Length: >= 16 } user && SectorTable.U32(user, 12) == 0xF3D1C4DF,
        _ => new BiffRecords(Book(file)).Any(r => r.Type == 0x2F),
    };

    private static bool IsAncient(CompoundDocument file, FileKind kind) =>
        kind == FileKind.Xls ? !file.Has("Workbook") : kind == FileKind.Doc && file.Read("WordDocument") is { Length: > 2 } fib && BinaryPrimitives.ReadUInt16LittleEndian(fib) != 0xA5EC;

    private static byte[] Book(CompoundDocument file) => file.Read("Workbook") ?? file.Read("Book") ?? [];

    /// <summary>OL-02: sheets of type 1 hold Excel 4.0 macros. OL-04: a book that refers to another file or a program.</summary>
    private static void Sheets(CompoundDocument file, string place, FindingLog log)
    {
        int macros = 0, outside = 0;
        foreach (var (type, data) in new BiffRecords(Book(file)))
        {
            if (type == 0x85 && data.Length > 5 && data.Span[5] == 1) macros++;
            if (type == 0x1AE && data.Length > 4 && BinaryPrimitives.ReadUInt16LittleEndian(data.Span[2..]) is not (0x0401 or 0x3A01)) outside++;
        }
        if (macros > 0) log.Add("OL-02", FindingAction.Removed, place, macros);
        if (outside > 0) log.Add("OL-04", FindingAction.Removed, place, outside);
    }

    /// <summary>Word keeps a field's instruction between the marks 19 and 20 in its text, one or two bytes a character.</summary>
    private static void Fields(CompoundDocument file, string place, FindingLog log)
    {
        if (file.Read("WordDocument") is not { } text) return;
        var count = 0;
        foreach (var wide in (bool[])[false, true])
            foreach (var word in (string[])["DDEAUTO", "DDE ", "INCLUDEPICTURE", "INCLUDETEXT", "IMPORT ", "LINK "])
            {
                byte[] mark = wide ? [0x13, 0, .. System.Text.Encoding.Unicode.GetBytes(" " + word)] : [0x13, .. System.Text.Encoding.ASCII.GetBytes(" " + word)];
                for (var at = text.AsSpan().IndexOf(mark); at >= 0;)
                {
                    count++;
                    var more = text.AsSpan(at + 1).IndexOf(mark);
                    at = more < 0 ? -1 : at + 1 + more;
                }
            }
        if (count > 0) log.Add("OL-04", FindingAction.Removed, place, count);
    }
}
