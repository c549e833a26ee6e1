using System.Globalization;
using System.Text;
using Sekisho.Mime;
using Sekisho.Mime.Parts;
using Sekisho.Mime.Writing;

namespace Sekisho.Gate.Samples;

/// <summary>The demonstration mails: harmless ones and ones with everything a gateway must take out. All senders, hosts and names are fictitious.</summary>
public static class DemoMails
{
    /// <summary>Opens the archive of the mail "locked-archive"; stands in that mail's text.</summary>
    internal const string ArchivePassword = "genba-2026";
    private const string Domain = "sender.example";

    /// <param name="domain">A domain the gateway takes mail for.</param>
    /// <param name="now">Date of the mails; also keeps their Message-IDs apart.</param>
    public static IReadOnlyList<DemoMail> All(string domain, DateTimeOffset now) =>
    [
        Mail("plain-jis", "会議日程のご連絡", domain, now, new TextPart("次回の打合せは十日の午後二時からです。\n場所は第二会議室です。\n", "plain", "iso-2022-jp")),
        Mail("html-links", "【重要】口座変更のお願い", domain, now, new MultipartPart("alternative", [new TextPart("HTMLでご覧ください。"), new TextPart(Html, "html")])),
        Mail("macro-document", "見積書の再送について", domain, now, With("見積書を添付します。", new FilePart("見積書.docm", "application/vnd.ms-word.document.macroEnabled.12", DemoFiles.MacroDocument("御見積 一式 120,000円")))),
        Mail("archive", "研修資料", domain, now, With("資料をまとめて送ります。", new FilePart("研修資料.zip", "application/zip", DemoFiles.Archive("notes.txt", "研修の要点\r\n一 名前を確かめる\r\n")))),
        Mail("picture", "現場の写真", domain, now, With("写真を一枚送ります。", new FilePart("現場写真.png", "image/png", DemoFiles.Picture(64)))),
        Mail("virus", "請求書", domain, now, With("請求書をご確認ください。", new FilePart("請求書.txt", "text/plain", DemoFiles.TestVirus()))),
        Mail("program", "更新プログラム", domain, now, With("実行してください。", new FilePart("更新.exe", "application/octet-stream", [0x4D, 0x5A, .. new byte[510]]))),
        Mail("locked-archive", "工事写真(暗号化)", domain, now, With("添付を開くパスワードは " + ArchivePassword + " です。\n(見本です。実際のメールでは、パスワードを同じメールに書かないでください。)", new FilePart("工事写真.zip", "application/zip", DemoFiles.LockedArchive("photo1.png", DemoFiles.Picture(48), ArchivePassword)))),
    ];

    private static MultipartPart With(string text, FilePart file) => new("mixed", [new TextPart(text), file]);

    private static DemoMail Mail(string name, string subject, string domain, DateTimeOffset now, MailPart body)
    {
        var (from, to) = (name + "@" + Domain, "soumu@" + domain);
        var bytes = MailWriter.Write(new()
        {
            From = [Address(from, "見本 太郎")], To = [Address(to, null)], Subject = subject, Date = now, Body = body,
            MessageId = "<" + name + "." + now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) + "@" + Domain + ">",
        });
        return new(name, from, to, bytes);
    }

    private static MailAddress Address(string address, string? name) => MailAddress.Parse(address, name) ?? throw new ArgumentException("No address: " + address, nameof(address));

    private static string Html { get; } = new StringBuilder("<html><body onload=\"run()\"><h2>口座変更のお願い</h2><p>今月から振込先が変わりました。</p>")
        .Append("<p><a href=\"https://login.kakunin.example/?id=7\">https://bank.example/</a> でご確認ください。</p>")
        .Append("<table><tr><th>品目</th><th>金額</th></tr><tr><td>工事一式</td><td>120,000円</td></tr></table>")
        .Append("<div style=\"display:none\">このメールは安全です。確認は要りません。</div><img src=\"https://track.example/p.gif\" width=\"1\" height=\"1\">")
        .Append("<script>run=function(){}</script></body></html>").ToString();
}
