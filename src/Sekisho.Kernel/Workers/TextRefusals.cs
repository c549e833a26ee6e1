namespace Sekisho.Kernel.Workers;

/// <summary>Why a text, Word, PDF or Web page cannot be read as text. A worker answers with the stage alone; the sentence is always ours.</summary>
public static class TextRefusals
{
    /// <summary>Largest text file that is read, in bytes: a limit against exhausting the worker. Policies have some tens of kilobytes.</summary>
    public const int LargestFile = 10 * 1024 * 1024;
    /// <summary>The name under which a worker's reply carries the stage.</summary>
    public const string StageDetail = "stage";
    /// <summary>The name under which a worker's reply carries the encoding it found.</summary>
    public const string EncodingDetail = "encoding";

    public static Refusal Empty { get; } = new("text.empty", "ファイルに文字がありません。", "条文の入ったファイルかどうかを確かめて、もう一度選んでください。");
    public static Refusal Binary { get; } = new("text.binary", "このファイルから文字を読めません。", "Word(.docx)、PDF、Webページ、文字だけのファイルのどれかで保存し直してから、もう一度選んでください。");
    public static Refusal UnknownEncoding { get; } = new(
        "text.encoding", "ファイルの文字コードを判別できませんでした。", "UTF-8で保存し直してから、もう一度選んでください。UTF-8、Shift_JIS、EUC-JP、UTF-16、ISO-2022-JPを読めます。");
    public static Refusal TooLarge { get; } = new("text.large", "ファイルが10メガバイトを超えています。", "条文だけを取り出したファイルにしてから、もう一度選んでください。");

    public static Refusal OldOffice { get; } = new(
        "text.old-office", "古い形式のWord(.doc)か、一太郎か、パスワードの付いた文書です。", "Wordで開き、「.docx」の形式で、パスワードを付けずに保存し直してから、もう一度選んでください。");
    public static Refusal OtherOffice { get; } = new("text.other-office", "この形式の文書からは条文を読めません。", "Word(.docx)、PDF、Webページ、文字だけのファイルのどれかで保存し直してから、もう一度選んでください。");
    public static Refusal NoCharacters { get; } = new(
        "text.no-characters", "PDFに文字が入っていません(紙を読み取った画像か、読めない造りです)。", "元のWordか文字のファイルを選ぶか、文字を読み取り(OCR)したPDFを選んでください。");
    public static Refusal Unsafe { get; } = new("text.unsafe", "ファイルの造りが決まりに合わないため、安全に開けませんでした。", "元のソフトで開いて保存し直すか、文字だけのファイルにしてから、もう一度選んでください。");

    private static readonly Refusal[] All = [Empty, Binary, UnknownEncoding, TooLarge, OldOffice, OtherOffice, NoCharacters, Unsafe];

    /// <summary>Null for a stage that is not one of these: the worker's word is not taken.</summary>
    public static Refusal? Find(string stage) => Array.Find(All, r => r.Stage == stage);
}
