using System.Text;
using Sekisho.Kernel;

namespace Sekisho.Organisation.Import;

/// <summary>An administrator's CSV as text: UTF-8 (with or without mark) or CP932, decided by strict decoding, never by guessing.</summary>
public static class CsvText
{
    /// <summary>Larger files are refused: the whole roster of the largest city fits into a tenth of it, and the text is held in memory.</summary>
    public const int MaxBytes = 8 * 1024 * 1024;

    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);
    private static readonly Encoding Cp932 = CodePagesEncodingProvider.Instance.GetEncoding(932, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    public static Result<string> Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxBytes)
            return TooLarge;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) bytes = bytes[3..];
        foreach (var encoding in (Encoding[])[Utf8, Cp932])
        {
            try
            {
                var text = encoding.GetString(bytes);
                return text.Contains('\0', StringComparison.Ordinal) ? NotText : text;
            }
            catch (DecoderFallbackException)
            {
                // Not this one: the next, or the refusal below.
            }
        }
        return NotText;
    }

    internal static Refusal TooLarge { get; } = new("import.too-large", "ファイルが8MBを超えています。", "年度や機関ごとに分けて取り込んでください。");

    private static Refusal NotText { get; } = new(
        "import.encoding", "文字コードを読み取れません。", "Excel で「CSV UTF-8(コンマ区切り)」か「CSV(コンマ区切り)」として保存し直してください。");
}
