namespace Sekisho.Tests.Mime.Reading;

/// <summary>NM-01, NM-02: one name in the ways it travels.</summary>
public class NamesTests
{
    private const string Name = "表計算の見積書.xlsx"; // 表 is 0x95 0x5C in CP932

    public static TheoryData<string, string> Ways => new()
    {
        { "RFC 2231 UTF-8", "attachment; filename*=UTF-8''" + Uri.EscapeDataString(Name) },
        { "RFC 2231 continued", "attachment; filename*0*=UTF-8''" + Uri.EscapeDataString(Name)[..30] + "; filename*1*=" + Uri.EscapeDataString(Name)[30..] },
        { "RFC 2231 mixed pieces", "attachment; filename*0*=UTF-8''" + Uri.EscapeDataString("表計算の見積書") + "; filename*1=\".xlsx\"" },
        { "RFC 2047 base64 in quotes", "attachment; filename=\"=?utf-8?B?" + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Name)) + "?=\"" },
        { "RFC 2047 JIS", "attachment; filename=\"=?ISO-2022-JP?B?" + Convert.ToBase64String(Sekisho.Mime.Charsets.Iso2022JpEncoder.Encode(Name)) + "?=\"" },
        { "raw CP932", "attachment; filename=\"" + Raw.In(932, Name) + "\"" },
        { "raw CP932 without quotes", "attachment; filename=" + Raw.In(932, Name) },
        { "raw EUC-JP", "attachment; filename=\"" + Raw.In(51932, Name) + "\"" },
        { "raw UTF-8", "attachment; filename=\"" + Raw.Utf8(Name) + "\"" },
        { "raw ISO-2022-JP", "attachment; filename=\"" + Raw.Jis(Name) + "\"" },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_name_is_read_in_every_way_it_travels(string way, string disposition) =>
        Raw.Read("Content-Disposition: " + disposition, "", "x").Root.Names.ShouldBe([Name], way);

    [Fact]
    public void A_character_cut_between_two_encoded_words_is_joined()
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes("議事録");
        var subject = "=?UTF-8?B?" + Convert.ToBase64String(bytes[..4]) + "?=\r\n =?UTF-8?B?" + Convert.ToBase64String(bytes[4..]) + "?=";
        Sekisho.Mime.Reading.Fields.EncodedText.Decode(Raw.Read("Subject: " + subject, "", "x").Root.Field("Subject")!).ShouldBe("議事録");
    }

    [Fact]
    public void NM_03_a_name_that_ends_at_the_quote_for_one_reader_and_later_for_another_gives_both()
    {
        var names = Raw.Read("Content-Disposition: attachment; filename=\"a.html\";.jpg\"", "", "x").Root.Names;
        names.ShouldContain("a.html");
        names.ShouldContain(n => n.EndsWith(".jpg", StringComparison.Ordinal));
    }

    [Fact]
    public void NM_03_two_names_are_both_given()
    {
        Raw.Read("Content-Type: application/pdf; name=\"a.exe\"", "Content-Disposition: attachment; filename=\"a.pdf\"", "", "x").Root.Names.ShouldBe(["a.pdf", "a.exe"]);
        Raw.Read("Content-Type: application/pdf; name=\"a.pdf\"", "Content-Disposition: attachment; filename=a.pdf", "", "x").Root.Names.ShouldBe(["a.pdf"]);
    }
}
