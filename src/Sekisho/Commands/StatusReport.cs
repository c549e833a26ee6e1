using System.Globalization;

namespace Sekisho.Commands;

/// <summary>The answer of <c>status</c>. Field names are part of the interface.</summary>
internal sealed record StatusReport(
    bool Running, string City, bool Demo, string Version, string Data, int HttpPort, int SmtpPort, string? Relay,
    bool Database, bool Scanner, bool Sandbox, bool Keys, bool Disk, string Detail)
{
    internal string Text() => string.Create(CultureInfo.InvariantCulture, $"""
        状態       {(Running ? "動いています" : "止まっています")}
        自治体     {City}{(Demo ? "(見本)" : "")}
        版         {Version}
        データ     {Data}
        画面       https://localhost:{HttpPort}/
        メール受付 localhost:{SmtpPort}
        送り先     {Relay ?? "なし"}
        """) + (Running ? "\n" + PartsText() : "");

    private string PartsText() => $"""
        データベース {Word(Database)}
        隔離環境   {Word(Sandbox)}{(Sandbox ? "" : "(メールは 451 で断っています)")}
        ウイルス検査 {Word(Scanner)}{(Scanner ? "" : "(メールは保留します)")}
        保管の鍵   {Word(Keys)}{(Keys ? "" : "(メールは 451 で断っています)")}
        ディスク   {(Disk ? "正常" : "空きがありません")}
        """ + (Detail.Length > 0 ? "\n理由       " + Detail : "");

    private static string Word(bool good) => good ? "正常" : "使えません";
}
