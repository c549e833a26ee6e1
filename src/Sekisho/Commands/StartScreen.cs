using System.Globalization;
using System.Net;
using Sekisho.Access.FirstAdministrator;
using Sekisho.Hosting;
using Sekisho.Hosting.Cities;

namespace Sekisho.Commands;

/// <summary>The one screen after a start: where, who, how to try it, how to stop.</summary>
internal static class StartScreen
{
    internal static async Task PrintAsync(Running running, string? paper, TextWriter to, CancellationToken ct)
    {
        var settings = running.Settings;
        var address = string.Create(CultureInfo.InvariantCulture, $"https://localhost:{settings.HttpPort}");
        await to.WriteLineAsync("\n関所が動いています。");
        await to.WriteLineAsync($"  画面          {address}/  (この機械の外からは https://{Dns.GetHostName()}:{settings.HttpPort.ToString(CultureInfo.InvariantCulture)}/)");
        await to.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  メールの受付  localhost:{settings.SmtpPort} (SMTP)"));
        await to.WriteLineAsync($"  データ        {running.Folder.Root}(鍵は {running.Folder.Keys}。別に控えを取ってください)");
        await to.WriteLineAsync("  ポートは標準の番号ではありません。--http と --smtp で変えられます。");
        foreach (var account in DemoAccounts.Read(running.Folder))
            await to.WriteLineAsync($"  見本の利用者  {account.Login}  {account.Password}  {account.Role}");
        if (paper is not null) await to.WriteLineAsync($"  回復鍵        {paper}\n                (一度だけ示します。紙に書き、封をして金庫へ。鍵を失ったとき、控えと合わせて使います)");
        var link = running.Services.GetRequiredService<SetupLink>();
        if (await link.IsNeededAsync(ct)) await to.WriteLineAsync("  最初の管理者  " + address + await link.MakeAsync(ct) + "  (一度だけ、24 時間)");
        await to.WriteLineAsync("  試しのメール  ./sekisho demo mail");
        await to.WriteLineAsync("  止めるには    Ctrl-C\n");
        await to.FlushAsync(ct);
    }
}
