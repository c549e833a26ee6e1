using System.IO.Compression;
using System.Text;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.PlainText;
using Sekisho.Tests.PolicyText;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Sanitizing.PlainText;

/// <summary>What a person hands in is told by its bytes; what cannot be read says why and what to do.</summary>
public sealed class DocumentTextTests
{
    [Theory]
    [InlineData("word-with-automatic-numbers", "docx")]
    [InlineData("pdf-file", "pdf")]
    [InlineData("web-page-without-numbers", "html")]
    [InlineData("kanji-numerals", "utf-8")]
    public void Every_kind_is_known_by_its_bytes(string layout, string format) => DocumentText.Read(Layouts.Bytes(layout), new PdfTool()).Value.Charset.ShouldBe(format);

    [Theory]
    [InlineData("shift_jis")]
    [InlineData("euc-jp")]
    [InlineData("utf-16")]
    public void One_text_in_other_encodings_is_one_text(string charset)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var text = Layouts.Text("whole-amendment-with-supplements");
        var encoding = Encoding.GetEncoding(charset);
        DocumentText.Read([.. encoding.GetPreamble(), .. encoding.GetBytes(text)], new PdfTool()).Value.Text.ShouldBe(text);
    }

    [Fact]
    public void A_page_keeps_its_document_and_nothing_of_its_furniture()
    {
        var text = Layouts.Text("web-page-without-numbers");
        text.ShouldContain("# 関所村情報セキュリティ基本方針");
        text.ShouldContain("責任者\t副村長\t全体を統べる。\n\t総務課長\t");
        foreach (var word in new[] { "トップ", "本文へ移動", "電話番号", "Copyright", "color:red", "var a" }) text.ShouldNotContain(word);
    }

    [Fact]
    public void Deleted_and_hidden_words_of_a_word_document_are_not_there()
    {
        var text = Layouts.Text("word-with-automatic-numbers");
        text.ShouldContain("第１２条　");
        text.ShouldNotContain("見えない");
        text.ShouldNotContain("消した文");
    }

    [Fact]
    public void Each_refusal_says_what_it_met()
    {
        Stage([]).ShouldBe("text.empty");
        Stage([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0, 0, 0]).ShouldBe("text.old-office");
        Stage(Zip(("a.txt", "abc"))).ShouldBe("text.other-office");
        Stage("PK\u0003\u0004 this is no archive"u8.ToArray()).ShouldBe("text.unsafe");
        Stage("%PDF-1.7\nnothing of a document\n%%EOF"u8.ToArray()).ShouldBe("text.no-characters");
        Stage("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>"u8.ToArray()).ShouldBe("text.unsafe");
        Stage(new byte[TextRefusals.LargestFile + 1]).ShouldBe("text.large");
        Stage([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]).ShouldBe("text.binary");
    }

    [Fact]
    public void Every_stage_of_a_worker_has_a_sentence_of_ours() =>
        new[] { "text.empty", "text.old-office", "text.other-office", "text.unsafe", "text.no-characters", "text.large", "text.binary", "text.encoding" }.ShouldAllBe(s => TextRefusals.Find(s) != null);

    [Theory]
    [InlineData("decimal", 12, "12")]
    [InlineData("decimalFullWidth", 12, "１２")]
    [InlineData("japaneseCounting", 21, "二十一")]
    [InlineData("japaneseCounting", 110, "百十")]
    [InlineData("iroha", 3, "ハ")]
    [InlineData("aiueoFullWidth", 2, "イ")]
    [InlineData("decimalEnclosedCircle", 3, "③")]
    [InlineData("decimalEnclosedCircle", 30, "30")]
    [InlineData("upperRoman", 4, "Ⅳ")]
    public void Numbers_of_lists_are_written_as_word_prints_them(string format, int value, string printed) => NumberWords.Of(format, value).ShouldBe(printed);

    private static string Stage(byte[] bytes) => DocumentText.Read(bytes, new PdfTool()).Refusals[0].Stage;

    private static byte[] Zip(params (string Name, string Text)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return bytes.ToArray();
    }
}
