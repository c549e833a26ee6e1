using Sekisho.Kernel;

namespace Sekisho.Commands;

/// <summary>Small text files named on the command line: keys, checkpoints, proofs.</summary>
internal static class InputFile
{
    private const long MostBytes = 64L << 20;

    /// <summary>The file's text, or why it cannot be had.</summary>
    internal static async Task<Result<string>> ReadAsync(string file, CancellationToken ct)
    {
        try
        {
            if (new FileInfo(file) is { Exists: true, Length: > MostBytes }) return new Refusal("usage.file", $"{file} は大きすぎます。", "正しいファイルを指定してください。");
            return await File.ReadAllTextAsync(file, ct);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return new Refusal("usage.file", $"{file} がありません。", "ファイルの名前を確かめてください。");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Refusal("usage.file", $"{file} を読めません。", "読む権限のあるファイルを指定してください。");
        }
    }
}
