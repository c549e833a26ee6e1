using System.Text;
using Sekisho.Mime.Charsets;

namespace Sekisho.Tests.Mime.Charsets;

public class CharsetDecoderTests
{
    private const string Sample = "関所市の回覧です。〜 − ① 髙﨑さん ﾃｽﾄ";

    [Fact]
    public void Iso2022Jp_without_a_charset_is_found_by_its_escape()
    {
        var read = CharsetDecoder.Decode(Iso2022JpEncoder.Encode("件名のない会議\r\n二行目"), null);
        read.Text.ShouldBe("件名のない会議\r\n二行目");
        read.Charset.ShouldBe("iso-2022-jp");
        read.Guessed.ShouldBeTrue();
    }

    [Fact]
    public void Iso2022Jp_called_us_ascii_is_read_too() =>
        CharsetDecoder.Decode(Iso2022JpEncoder.Encode("お知らせ"), "us-ascii").Text.ShouldBe("お知らせ");

    [Theory]
    [InlineData("x-sjis"), InlineData("windows-31j"), InlineData("Shift_JIS"), InlineData(null)]
    public void Code_page_932_is_read_under_every_label_and_without_one(string? label)
    {
        var bytes = Page(932).GetBytes(Sample);
        var read = CharsetDecoder.Decode(bytes, label);
        read.Text.ShouldBe(Page(932).GetString(bytes));
        read.Charset.ShouldBe("cp932");
    }

    [Fact]
    public void Euc_wins_over_932_where_both_decode_and_kana_speak_for_it()
    {
        const string text = "これはひらがなのぶんしょうです";
        var read = CharsetDecoder.Decode(Page(51932).GetBytes(text), null);
        read.Text.ShouldBe(text);
        read.Charset.ShouldBe("euc-jp");
    }

    [Fact]
    public void Utf8_is_believed_when_it_is_valid_even_if_another_set_was_declared_wrongly()
    {
        var bytes = Encoding.UTF8.GetBytes("関所市\u3000総務課");
        CharsetDecoder.Decode(bytes, "iso-2022-jp").Text.ShouldBe("関所市\u3000総務課");
        CharsetDecoder.Decode(bytes, "unknown-8bit").Text.ShouldBe("関所市\u3000総務課");
    }

    [Fact]
    public void A_declared_foreign_set_is_read_but_never_guessed()
    {
        CharsetDecoder.Decode([0xE4, 0xF6, 0xFC], "iso-8859-1").Text.ShouldBe("äöü");
        CharsetDecoder.Decode([0xE4, 0xF6, 0xFC], null).Charset.ShouldNotBe("iso-8859-1");
    }

    [Theory]
    [InlineData(new byte[] { 0x81 }), InlineData(new byte[] { 0x41, 0xFF, 0x42 }), InlineData(new byte[] { 0xC0, 0x80 }), InlineData(new byte[] { 0x1B, 0x24, 0x42, 0x30 })]
    public void Nothing_is_lost_silently(byte[] bytes)
    {
        var read = CharsetDecoder.Decode(bytes, "utf-8");
        (read.Malformed > 0 || read.Text.Length > 0).ShouldBeTrue();
        read.Text.ShouldContain(read.Malformed > 0 ? "\uFFFD" : read.Text);
    }

    [Fact]
    public void Every_jis_character_survives_both_ways()
    {
        for (var row = 1; row <= 84; row++)
        {
            for (var cell = 1; cell <= 94; cell++)
            {
                byte[] bytes = [.. "\e$B"u8, (byte)(row + 0x20), (byte)(cell + 0x20), .. "\e(B"u8];
                var read = CharsetDecoder.Decode(bytes, "iso-2022-jp");
                if (read.Malformed > 0) continue;
                CharsetDecoder.Decode(Iso2022JpEncoder.Encode(read.Text), "iso-2022-jp").Text.ShouldBe(read.Text);
            }
        }
    }

    private static Encoding Page(int page) => CodePagesEncodingProvider.Instance.GetEncoding(page)!;
}
