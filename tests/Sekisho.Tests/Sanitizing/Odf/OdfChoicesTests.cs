using System.Text;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing;
using Sekisho.Tests.Sanitizing.Files;
using Sekisho.Tests.Support;
using Sekisho.Verifying;

namespace Sekisho.Tests.Sanitizing.Odf;

/// <summary>What a policy may keep of an OpenDocument package beside its text: title and author, and files inside it; and what always stays: charts with their link to the sheet.</summary>
public class OdfChoicesTests
{
    private const string Ns = "urn:oasis:names:tc:opendocument:xmlns:";
    private static readonly string Head = $"xmlns:office=\"{Ns}office:1.0\" xmlns:style=\"{Ns}style:1.0\" xmlns:table=\"{Ns}table:1.0\" xmlns:text=\"{Ns}text:1.0\" xmlns:draw=\"{Ns}drawing:1.0\" xmlns:chart=\"{Ns}chart:1.0\" xmlns:meta=\"{Ns}meta:1.0\" xmlns:svg=\"{Ns}svg-compatible:1.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" office:version=\"1.3\"";

    private static byte[] Odf(string kind, string body, params (string Name, byte[] Data)[] more)
    {
        var zip = new SomeZip();
        zip.Add(new SomeZip.Entry("mimetype"u8.ToArray(), Encoding.ASCII.GetBytes("application/vnd.oasis.opendocument." + kind)) { Stored = true });
        zip.Add("content.xml", Document("document-content", "<office:body><office:" + kind + ">" + body + "</office:" + kind + "></office:body>"));
        foreach (var (name, data) in more) zip.Add(name, data);
        var entries = string.Concat(more.Select(m => $"<manifest:file-entry manifest:full-path=\"{m.Name}\" manifest:media-type=\"text/xml\"/>"));
        zip.Add("META-INF/manifest.xml", Encoding.UTF8.GetBytes($"<manifest:manifest xmlns:manifest=\"{Ns}manifest:1.0\" manifest:version=\"1.3\"><manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"application/vnd.oasis.opendocument.{kind}\"/><manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>{entries}</manifest:manifest>"));
        return zip.Build();
    }

    private static byte[] Document(string root, string content) => Encoding.UTF8.GetBytes($"<office:{root} {Head}>{content}</office:{root}>");

    private static void Accepted(FileResult result) => OutputVerifier.Verify(result.Output.ShouldNotBeNull(result.Describe()), result.OutputType).Forbidden.ShouldBeEmpty();

    [Fact, MatrixRow("OD-08", "PD-22")]
    public void Title_author_and_dates_follow_the_policy()
    {
        var meta = Document("document-meta", "<office:meta><dc:title>会議\u202E資料</dc:title><dc:creator>山田</dc:creator><meta:creation-date>2026-04-01T09:00:00.123</meta:creation-date><dc:date>file:///x</dc:date><meta:generator>C:\\Users\\yamada</meta:generator><meta:template xlink:href=\"http://evil.example/t.ott\"/></office:meta>");
        var odt = Odf("text", "<text:p>本文</text:p>", ("meta.xml", meta));
        OfficeOutput.All(SomeFile.Sanitise("a.odt", odt).Output!).ShouldNotContain("山田");
        var kept = SomeFile.Sanitise("a.odt", odt, new() { KeepMetadata = true });
        Accepted(kept);
        var all = OfficeOutput.All(kept.Output!);
        foreach (var word in (string[])["会議資料", "山田", "2026-04-01T09:00:00Z"]) all.ShouldContain(word);
        foreach (var word in (string[])["yamada", "evil", "file:"]) all.ShouldNotContain(word);
        SomeFile.Sanitise("a.odt", kept.Output!, new() { KeepMetadata = true }).Output.ShouldBe(kept.Output);
        OutputVerifier.Verify(SomeZip.Of(("mimetype", "application/vnd.oasis.opendocument.text"u8.ToArray()), ("META-INF/manifest.xml", "<x/>"u8.ToArray()), ("meta.xml", meta)), "odt").Ok.ShouldBeFalse();
    }

    [Fact, MatrixRow("OD-03")]
    public void A_file_in_an_OLE_object_lies_beside_the_document_where_the_policy_says_so()
    {
        byte[] native = [0, 0, 0, 0, 2, 0, .. "memo.html\0"u8, .. "C:\\memo.html\0"u8, 0, 0, 3, 0, 3, 0, 0, 0, .. "C:\0"u8, 12, 0, 0, 0, .. "<html>memo</"u8];
        var odt = Odf("text", "<text:p>本文<draw:frame><draw:object-ole xlink:href=\"./Object 1\"/></draw:frame></text:p>", ("Object 1", SomeCompound.Holding("\u0001Ole10Native", native)));
        SomeFile.Sanitise("a.odt", odt).OutputType.ShouldBe("odt");
        var result = SomeFile.Sanitise("a.odt", odt, new() { RecurseEmbedded = true });
        Accepted(result);
        OfficeOutput.Parts(result.Output!).Keys.ShouldBe(["a.odt", "添付/memo.txt"], ignoreOrder: true, result.Describe());
        result.Findings.ShouldContain(f => f.Rule == "OD-03" && f.Action == FindingAction.Recursed);
    }

    [Fact, MatrixRow("OD-03", "OD-04", NearMiss = true)]
    public void A_chart_of_a_sheet_keeps_its_link_to_the_sheet()
    {
        var chart = Document("document-content", "<office:body><office:chart><chart:chart xlink:href=\"..\" xlink:type=\"simple\" chart:class=\"chart:bar\"><chart:plot-area table:cell-range-address=\"t.A1:t.B2\"/></chart:chart></office:chart></office:body>");
        var ods = Odf("spreadsheet", "<table:table table:name=\"t\"><table:shapes><draw:frame><draw:object xlink:href=\"./Object 1\" xlink:type=\"simple\"/></draw:frame></table:shapes><table:table-row><table:table-cell/></table:table-row></table:table>", ("Object 1/content.xml", chart));
        var result = SomeFile.Sanitise("a.ods", ods);
        Accepted(result);
        result.Findings.ShouldNotContain(f => f.Rule == "OD-04");
        Encoding.UTF8.GetString(OfficeOutput.Parts(result.Output!)["Object 1/content.xml"]).ShouldContain("<chart:chart xlink:href=\"..\"");
        // Anywhere else such a reference leaves the document and goes.
        var outside = SomeFile.Sanitise("a.ods", Odf("spreadsheet", "<table:table table:name=\"t\"><table:shapes><draw:frame><draw:object xlink:href=\"./Object 1\" xlink:type=\"simple\"/></draw:frame></table:shapes></table:table>", ("Object 1/content.xml", Document("document-content", "<office:body><office:chart><chart:chart xlink:href=\"http://evil.example/\"/></office:chart></office:body>"))));
        outside.Findings.ShouldContain(f => f.Rule == "OD-04");
        outside.Outcome.ShouldBe(Outcome.Cleaned);
    }
}
