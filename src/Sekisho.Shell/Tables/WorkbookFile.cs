using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Sekisho.Shell.Tables;

/// <summary>
/// Writes a workbook (ECMA-376, SpreadsheetML). Every cell is a string or a number, never a formula; what begins like one (= + - @, tab, return) also carries
/// Excel's quote prefix, so that editing the cell or saving it as CSV and opening it again does not make it one.
/// </summary>
public static class WorkbookFile
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        Packages = "http://schemas.openxmlformats.org/package/2006/relationships", Types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const int Plain = 0, Quoted = 1, Head = 2;
    /// <summary>Excel's own limits of a cell and of a sheet's name.</summary>
    private const int LongestText = 32_767, LongestName = 31;

    public static byte[] Write(IReadOnlyList<ExportSheet> sheets)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            var numbers = Enumerable.Range(1, sheets.Count).Select(n => n.ToString(CultureInfo.InvariantCulture)).ToList();
            Put(zip, "[Content_Types].xml", $"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Types}sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{Types}styles+xml\"/>"
                + string.Concat(numbers.Select(n => $"<Override PartName=\"/xl/worksheets/sheet{n}.xml\" ContentType=\"{Types}worksheet+xml\"/>")) + "</Types>");
            Put(zip, "_rels/.rels", $"<Relationships xmlns=\"{Packages}\"><Relationship Id=\"r1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Put(zip, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets>"
                + string.Concat(numbers.Zip(Names(sheets), (n, name) => $"<sheet name=\"{Escape(name)}\" sheetId=\"{n}\" r:id=\"s{n}\"/>")) + "</sheets></workbook>");
            Put(zip, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Packages}\"><Relationship Id=\"styles\" Type=\"{Office}/styles\" Target=\"styles.xml\"/>"
                + string.Concat(numbers.Select(n => $"<Relationship Id=\"s{n}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>")) + "</Relationships>");
            Put(zip, "xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><fonts count=\"2\"><font><sz val=\"11\"/></font><font><b/><sz val=\"11\"/></font></fonts>"
                + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
                + "<cellXfs count=\"3\"><xf applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf><xf quotePrefix=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf><xf fontId=\"1\" applyFont=\"1\"/></cellXfs></styleSheet>");
            for (var i = 0; i < sheets.Count; i++) Put(zip, $"xl/worksheets/sheet{numbers[i]}.xml", Sheet(sheets[i]));
        }
        return file.ToArray();
    }

    private static string Sheet(ExportSheet sheet)
    {
        var xml = new StringBuilder($"<worksheet xmlns=\"{Main}\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" state=\"frozen\"/></sheetView></sheetViews><sheetFormatPr defaultColWidth=\"22\" defaultRowHeight=\"15\"/><sheetData>");
        foreach (var row in sheet.Rows)
        {
            xml.Append("<row>");
            foreach (var cell in row) Cell(xml, cell);
            xml.Append("</row>");
        }
        return xml.Append("</sheetData></worksheet>").ToString();
    }

    private static void Cell(StringBuilder xml, ExportCell cell)
    {
        if (cell is { IsNumber: true, IsHead: false } && decimal.TryParse(cell.Text, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            xml.Append("<c><v>").Append(number.ToString(CultureInfo.InvariantCulture)).Append("</v></c>");
            return;
        }
        var text = cell.Text.Length > LongestText ? cell.Text[..LongestText] : cell.Text;
        var style = IsFormulaLike(text) ? Quoted : cell.IsHead ? Head : Plain;
        xml.Append("<c t=\"inlineStr\" s=\"").Append(style.ToString(CultureInfo.InvariantCulture)).Append("\"><is><t xml:space=\"preserve\">").Append(Escape(text)).Append("</t></is></c>");
    }

    /// <summary>What a spreadsheet takes for a formula when a cell is typed or read from CSV; the full-width signs too.</summary>
    internal static bool IsFormulaLike(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20';

    private static IEnumerable<string> Names(IReadOnlyList<ExportSheet> sheets)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var sheet in sheets)
        {
            var name = string.Concat(sheet.Name.Where(c => !char.IsControl(c) && c is not ('[' or ']' or ':' or '*' or '?' or '/' or '\\' or '\'')));
            name = name.Length == 0 ? "一覧" : name[..Math.Min(name.Length, LongestName - 3)];
            for (var n = 2; !seen.Add(name); n++) name = name.Split('~')[0] + "~" + n.ToString(CultureInfo.InvariantCulture);
            yield return name;
        }
    }

    // Characters XML 1.0 cannot hold are left out; rare kanji outside the first plane are whole runes and stay.
    private static string Escape(string text) =>
        SecurityElement.Escape(string.Concat(text.EnumerateRunes().Where(r => r.Value is '\t' or '\n' || (r.Value >= ' ' && r.Value is not (0xFFFE or 0xFFFF)))));

    private static void Put(ZipArchive zip, string name, string xml)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
        writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>");
        writer.Write(xml);
    }
}
