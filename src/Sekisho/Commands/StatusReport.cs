using System.Globalization;

namespace Sekisho.Commands;

/// <summary>The answer of <c>status</c>. Field names are part of the interface.</summary>
internal sealed record StatusReport(
    bool Running, string City, bool Demo, string Version, string Data, int HttpPort, int SmtpPort, string? Relay, bool Database, bool Sandbox)
{
    internal string Text() => string.Create(CultureInfo.InvariantCulture, $"""
        状態       {(Running ? "動いています" : "止まっています")}
        自治体     {City}{(Demo ? "(見本)" : "")}
        版         {Version}
        データ     {Data}
        画面       https://localhost:{HttpPort}/
        メール受付 localhost:{SmtpPort}
        送り先     {Relay ?? "なし"}
        """) + (Running ? $"\nデータベース {Word(Database)}\n隔離環境   {Word(Sandbox)}" : "");

    private static string Word(bool good) => good ? "正常" : "使えません";
}
