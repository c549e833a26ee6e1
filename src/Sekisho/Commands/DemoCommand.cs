using System.CommandLine;
using Sekisho.Gate.Samples;
using Sekisho.Hosting;
using Sekisho.Kernel;

namespace Sekisho.Commands;

/// <summary><c>demo mail</c>: demonstration mails through the running gateway.</summary>
internal static class DemoCommand
{
    private const string Domain = "city.sekisho.example";

    internal static Command Make(TimeProvider time)
    {
        var data = CommonOptions.Data();
        var mail = new Command("mail", "見本のメールを、動いている関所に送る") { data };
        mail.SetAction((result, ct) => SendAsync(DataFolder.Of(result.GetValue(data)), time, ct));
        return new Command("demo", "見本の市で試す") { mail };
    }

    private static async Task<int> SendAsync(DataFolder folder, TimeProvider time, CancellationToken ct)
    {
        var settings = InstallationSettings.Read(folder);
        if (!settings.IsOk) return ExitCodes.Say(settings.Refusals);
        if (settings.Value is not { } found) return ExitCodes.Say([StartRefusals.NotThere(folder.Root)]);
        if (!found.IsDemo) return ExitCodes.Say([new Refusal("usage.demo", "見本のメールは、見本の市だけで使えます。", "見本の市は「sekisho up --city demo --data DIR」で始められます。")]);
        var sent = 0;
        var taken = await new DemoSender(time).SendAsync(found.SmtpPort, Domain, (name, isTaken, reply) =>
        {
            sent++;
            Console.Out.WriteLine($"{(isTaken ? "受付" : "拒否")}  {name}  {reply}");
        }, ct);
        if (taken == sent) return ExitCodes.Done;
        return ExitCodes.Say([new Refusal("demo.refused", $"{sent} 通のうち {sent - taken} 通を受け付けませんでした。", "「sekisho status」で動いているかを確かめ、もう一度送ってください。")]);
    }
}
