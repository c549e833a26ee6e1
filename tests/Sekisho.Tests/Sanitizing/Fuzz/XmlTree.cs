using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Sekisho.Tests.Sanitizing.Fuzz;

/// <summary>Changes a well-formed part so that it stays well-formed: elements moved, doubled, nested, renamed to their neighbours, attributes exchanged, dangerous ones put in.</summary>
internal static class XmlTree
{
    private static readonly string[] Values =
    [
        "rId1", "rId2", "rId999", "", "0", "-1", "1", "99999999999", "true", "http://evil.example/x", "file:///c:/x", "\\\\evil\\x", "javascript:x", "#Sheet1!A1", "../x.xml", "/word/document.xml", "A1", "A1:XFD1048576", "_xlnm.Auto_Open", "DDEAUTO c:\\x", "WEBSERVICE(\"x\")", "cmd|'/c calc'!A0",
        "vnd.sun.star.script:x", "vnd.ms-office.vbaProject", "./Object 1", "Pictures/1.png", "ppaction://program", "oleObject", "\u202Efdp.exe", "\u200B", "a b", "of:=DDE(1)",
    ];

    /// <summary>Null when it is no well-formed document.</summary>
    internal static byte[]? Change(byte[] part, Random r)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(part), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var document = XDocument.Load(reader, LoadOptions.PreserveWhitespace);
            for (var n = Pieces.Few(r); n > 0; n--) Once(document.Root!, r);
            var output = new MemoryStream();
            using (var writer = XmlWriter.Create(output, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CheckCharacters = false })) document.Save(writer);
            return output.ToArray();
        }
        catch (Exception e) when (e is XmlException or ArgumentException or InvalidOperationException) { return null; }
    }

    private static void Once(XElement root, Random r)
    {
        var all = root.DescendantsAndSelf().Take(20_000).ToList();
        XElement one = all[r.Next(all.Count)], other = all[r.Next(all.Count)];
        switch (r.Next(11))
        {
            case 0 when one != root: one.Remove(); break;
            case 1: other.Add(new XElement(one)); break;
            case 2 when one != root: one.AddBeforeSelf(new XElement(other)); break;
            case 3: one.Name = other.Name; break;
            case 4: one.ReplaceAttributes(other.Attributes().Where(a => !a.IsNamespaceDeclaration)); break;
            case 5 or 6 when one.Attributes().Any(a => !a.IsNamespaceDeclaration):
                var attributes = one.Attributes().Where(a => !a.IsNamespaceDeclaration).ToList();
                attributes[r.Next(attributes.Count)].Value = Values[r.Next(Values.Length)];
                break;
            case 7: one.Add(new XText(Values[r.Next(Values.Length)])); break;
            case 8: Fragment(root, one, Dictionaries.Xml[r.Next(Dictionaries.Xml.Length)]); break;
            case 9 when r.Next(6) == 0: for (var i = r.Next(300); i > 0; i--) one = Nested(one); break;
            case 10 when one != root && !one.Ancestors().Contains(other) && !one.Descendants().Contains(other): { one.Remove(); other.Add(one); break; }
            default: one.SetAttributeValue(other.Name, Values[r.Next(Values.Length)]); break;
        }
    }

    private static XElement Nested(XElement one)
    {
        var inner = new XElement(one.Name);
        one.Add(inner);
        return inner;
    }

    /// <summary>Parses a piece of markup with the prefixes of the document; what does not parse goes in as characters.</summary>
    private static void Fragment(XElement root, XElement into, string markup)
    {
        var prefixes = string.Concat(root.Attributes().Where(a => a.IsNamespaceDeclaration).Select(a => a.ToString() + " "));
        foreach (var close in (string[])["", markup.Split(' ', '>')[0].Replace("<", "</", StringComparison.Ordinal) + ">"])
            try
            {
                into.Add(XElement.Parse("<x " + prefixes + ">" + markup + close + "</x>").Elements());
                return;
            }
            catch (XmlException) when (close.Length == 0) { continue; }
            catch (XmlException) { into.Add(new XText(markup.Replace('\0', ' '))); }
    }
}
