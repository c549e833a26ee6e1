using System.CommandLine;
using System.Net.Sockets;
using Sekisho.Hosting;
using Sekisho.Kernel;

namespace Sekisho.Commands.Demo;

/// <summary><c>demo mail</c>: sends demonstration mails through the running gateway.</summary>
internal static class DemoCommand
{
    internal static Command Make(TimeProvider time)
    {
        var data = CommonOptions.Data();
        var mail = new Command("mail", "試しのメールを関所に送る") { data };
        mail.SetAction((result, ct) => MailAsync(DataFolder.Of(result.GetValue(data)), time, ct));
        return new Command("demo", "見本") { mail };
    }

    private static async Task<int> MailAsync(DataFolder folder, TimeProvider time, CancellationToken ct)
    {
        var settings = InstallationSettings.Read(folder);
        if (!settings.IsOk) return ExitCodes.Say(settings.Refusals);
        if (settings.Value is not { } found) return ExitCodes.Say([StartRefusals.NotThere(folder.Root)]);
        if (!found.IsDemo) return ExitCodes.Say([new Refusal("usage.demo", "試しのメールは見本の市にだけ送れます。", "./sekisho up --city demo で始めた関所で使ってください。")]);
        var refused = 0;
        try
        {
            foreach (var mail in SampleMails.Make(time.GetUtcNow(), IdSource.Random.Next))
            {
                var reply = await MailSender.SendAsync(found.SmtpPort, mail, ct);
                Console.Out.WriteLine($"{mail.What} → {mail.Recipient}: {reply}");
                if (reply is not ['2', ..]) refused++;
            }
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            return ExitCodes.Say([new Refusal("start.stopped", "メールの受付が動いていません。", "別の画面で ./sekisho up を実行してください。")]);
        }
        var outlet = found.Relay is null ? "画面の「見本の受信箱」で見られます。" : found.Relay + " に届きます。";
        Console.Out.WriteLine($"無害化したメールは{outlet}");
        return refused == 0 ? ExitCodes.Done : ExitCodes.AnswerIsNo;
    }
}
