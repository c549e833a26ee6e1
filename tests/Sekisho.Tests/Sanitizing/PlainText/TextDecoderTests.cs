using System.Text;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.PlainText;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Sanitizing.PlainText;

public sealed class TextDecoderTests
{
    private const string Policy = "第１条　この方針は、情報の取扱いについて定める。\r\n(1) ネットワーク　通信のための設備をいう。\r\n①〜③は別表のとおりとする。\r\n";

    public static TheoryData<string> Encodings => new() { "utf-8", "utf-8 with mark", "utf-16le", "utf-16le with mark", "utf-16be", "utf-16be with mark", "cp932", "euc-jp", "iso-2022-jp" };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Every_usual_encoding_is_read_to_the_letter(string name)
    {
        var text = name is "iso-2022-jp" or "euc-jp" ? Policy.Replace('①', '一').Replace('③', '三') : Policy;
        if (name is "cp932" or "iso-2022-jp" or "euc-jp") text = text.Replace('〜', '～'); // the wave dash as code page 932 knows it
        TextDecoder.Decode(Bytes(text, name)).Value.Text.ShouldBe(text);
    }

    private static byte[] Bytes(string text, string name)
    {
        var marked = name.EndsWith("with mark", StringComparison.Ordinal);
        Encoding encoding = name.Split(' ')[0] switch
        {
            "utf-8" => new UTF8Encoding(marked),
            "utf-16le" => new UnicodeEncoding(false, marked),
            "utf-16be" => new UnicodeEncoding(true, marked),
            "cp932" => CodePagesEncodingProvider.Instance.GetEncoding(932)!,
            "euc-jp" => CodePagesEncodingProvider.Instance.GetEncoding(51932)!,
            _ => CodePagesEncodingProvider.Instance.GetEncoding(50220)!,
        };
        return [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
    }

    [Fact]
    public void Nothing_is_refused_as_empty()
    {
        Stage([]).ShouldBe("text.empty");
        Stage("  \r\n　\n"u8).ShouldBe("text.empty");
        Stage([0xEF, 0xBB, 0xBF]).ShouldBe("text.empty");
    }

    [Fact]
    public void A_picture_or_a_program_is_refused_as_binary()
    {
        Stage([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, (byte)'I', (byte)'H', (byte)'D', (byte)'R']).ShouldBe("text.binary");
        Stage([0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]).ShouldBe("text.binary");
    }

    [Fact]
    public void Bytes_of_no_known_encoding_are_refused() => Stage([0x83, 0xFF, 0x80, 0xFF, 0xA0, 0xFD, 0xFF, 0x81]).ShouldBe("text.encoding");

    [Fact]
    public void Ten_megabytes_are_read_and_one_byte_more_is_refused()
    {
        var bytes = new byte[TextRefusals.LargestFile + 1];
        Array.Fill(bytes, (byte)'a');
        TextDecoder.Decode(bytes.AsSpan(1)).IsOk.ShouldBeTrue();
        Stage(bytes).ShouldBe("text.large");
    }

    [Fact]
    public void The_worker_answers_with_the_text_or_the_stage_only()
    {
        var good = TextVerb.Answer(new WorkerRequest(7, WorkerVerb.Text, new Dictionary<string, string>(), Bytes(Policy.Replace('〜', '～'), "cp932")), new PdfTool());
        good.Number.ShouldBe(7);
        good.Details["encoding"].ShouldBe("cp932");
        Encoding.UTF8.GetString(good.Output!.Bytes.Span).ShouldStartWith("第１条");
        var bad = TextVerb.Answer(new WorkerRequest(8, WorkerVerb.Text, new Dictionary<string, string>(), ReadOnlyMemory<byte>.Empty), new PdfTool());
        bad.Outcome.ShouldBe(Outcome.Held);
        bad.Output.ShouldBeNull();
        TextRefusals.Find(bad.Details["stage"]).ShouldBe(TextRefusals.Empty);
    }

    private static string Stage(ReadOnlySpan<byte> bytes) => TextDecoder.Decode(bytes).Refusals[0].Stage;
}
