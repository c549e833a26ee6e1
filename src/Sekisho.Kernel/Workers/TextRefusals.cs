namespace Sekisho.Kernel.Workers;

/// <summary>Why a text file cannot be read. A worker answers with the stage alone; the sentence is always ours.</summary>
public static class TextRefusals
{
    /// <summary>Largest text file that is read, in bytes: a limit against exhausting the worker. Policies have some tens of kilobytes.</summary>
    public const int LargestFile = 10 * 1024 * 1024;
    /// <summary>The name under which a worker's reply carries the stage.</summary>
    public const string StageDetail = "stage";
    /// <summary>The name under which a worker's reply carries the encoding it found.</summary>
    public const string EncodingDetail = "encoding";

    public static Refusal Empty { get; } = new("text.empty", "ファイルに文字がありません。", "条文の入ったファイルかどうかを確かめて、もう一度選んでください。");
    public static Refusal Binary { get; } = new("text.binary", "このファイルは文字だけのファイルではありません。", "文書を「テキスト」の形式で保存し直してから、もう一度選んでください。");
    public static Refusal UnknownEncoding { get; } = new(
        "text.encoding", "ファイルの文字コードを判別できませんでした。", "UTF-8で保存し直してから、もう一度選んでください。UTF-8、Shift_JIS、EUC-JP、UTF-16、ISO-2022-JPを読めます。");
    public static Refusal TooLarge { get; } = new("text.large", "ファイルが10メガバイトを超えています。", "条文だけを取り出したファイルにしてから、もう一度選んでください。");

    private static readonly Refusal[] All = [Empty, Binary, UnknownEncoding, TooLarge];

    /// <summary>Null for a stage that is not one of these: the worker's word is not taken.</summary>
    public static Refusal? Find(string stage) => Array.Find(All, r => r.Stage == stage);
}
