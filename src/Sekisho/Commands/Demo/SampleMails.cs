using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Sekisho.Commands.Demo;

/// <summary>Mails that show what the gateway does, each hostile in one harmless way. Made anew at every call, so each has an id of its own.</summary>
internal static class SampleMails
{
    private const string Sender = "yamada@mihon.example";
    private static readonly Encoding Jis = CodePagesEncodingProvider.Instance.GetEncoding(50220) ?? throw new InvalidOperationException("ISO-2022-JP is missing.");

    internal static IReadOnlyList<SampleMail> Make(DateTimeOffset now, Func<Guid> id)
    {
        SampleMail Mail(string what, string to, string subject, string rest) => new(what, Sender, to, Bytes(to, subject, now, id(), rest));
        return
        [
            Mail("ふつうの本文(ISO-2022-JP)", "kikaku@city.sekisho.example", "打合せの日程", Jis7("来週の打合せは水曜日の10時からでお願いします。")),
            Mail("HTML 本文(スクリプト・追跡画像・見せかけのリンク)", "zaisei@city.sekisho.example", "請求書のお知らせ", Html()),
            Mail("添付ファイル: 文字、表、書庫に入った実行ファイル", "kouhou@city.sekisho.example", "資料をお送りします", Attachments()),
            Mail("ウイルス検査の印のある添付ファイル", "kikaku-ka@city.sekisho.example", "至急ご確認ください", Marked()),
        ];
    }

    private static byte[] Bytes(string to, string subject, DateTimeOffset now, Guid id, string rest) => Encoding.Latin1.GetBytes(string.Join("\r\n",
        "From: =?UTF-8?B?" + Base64("山田 太郎") + "?= <" + Sender + ">", "To: <" + to + ">", "Subject: =?UTF-8?B?" + Base64(subject) + "?=",
        "Date: " + now.ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture), "Message-ID: <" + id.ToString("N") + "@mihon.example>", "MIME-Version: 1.0", rest));

    private static string Jis7(string text) =>
        "Content-Type: text/plain; charset=ISO-2022-JP\r\nContent-Transfer-Encoding: 7bit\r\n\r\n" + Encoding.Latin1.GetString(Jis.GetBytes(text)) + "\r\n";

    private static string Html() => "Content-Type: text/html; charset=UTF-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" + Lines(Encoding.UTF8.GetBytes(
        "<html><body><p>今月の請求書は<a href=\"http://tsuri.example/login\">https://www.city.sekisho.example/</a>でご覧ください。</p>"
        + "<script>document.location='http://tsuri.example/'</script><img src=\"http://tsuiseki.example/p.gif?u=1\" width=1 height=1></body></html>"));

    private static string Attachments() => Multipart(
        Part("text/plain", "覚書.txt", Encoding.UTF8.GetBytes("資料の覚書です。\n")),
        Part("text/csv", "一覧.csv", Encoding.UTF8.GetBytes("番号,名前\n1,=HYPERLINK(\"http://tsuri.example/\")\n")),
        Part("application/zip", "資料.zip", Zip(("読んでください.txt", "お読みください。"), ("setup.exe", "MZ" + new string('\0', 60)))));

    private static string Marked() => Multipart(Part("text/plain", "印.txt", "SEKISHO-DEMO-VIRUS-MARKER\n"u8.ToArray()));

    private static string Multipart(params string[] parts)
    {
        var body = Part("text/plain; charset=UTF-8", null, Encoding.UTF8.GetBytes("資料を添付します。ご確認ください。\n"));
        return "Content-Type: multipart/mixed; boundary=\"sekisho-mihon\"\r\n\r\n" + string.Concat(parts.Prepend(body).Select(p => "--sekisho-mihon\r\n" + p)) + "--sekisho-mihon--\r\n";
    }

    private static string Part(string type, string? name, byte[] content) => "Content-Type: " + type + "\r\nContent-Transfer-Encoding: base64\r\n"
        + (name is null ? "" : "Content-Disposition: attachment; filename*=UTF-8''" + Uri.EscapeDataString(name) + "\r\n") + "\r\n" + Lines(content);

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        return stream.ToArray();
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static string Lines(byte[] content) => Convert.ToBase64String(content, Base64FormattingOptions.InsertLineBreaks) + "\r\n";
}
