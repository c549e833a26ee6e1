using System.CommandLine;
using Sekisho.Hosting;

namespace Sekisho.Commands;

/// <summary><c>up</c>: starts everything, prints one screen, runs until it is told to stop.</summary>
internal static class UpCommand
{
    internal static Command Make(TimeProvider time)
    {
        var data = CommonOptions.Data();
        var yes = new Option<bool>("--yes") { Description = "パッケージを尋ねずに入れる" };
        var city = new Option<string?>("--city") { Description = "最初に読み込む自治体: demo、パックの符号、自分で作った見本の市のフォルダー、none", HelpName = "demo|NAME|DIR|none" };
        var http = Port("--http", "画面のポート(HTTPS)");
        var smtp = Port("--smtp", "メール受付のポート");
        var relay = new Option<string?>("--relay") { Description = "無害化したメールの送り先", HelpName = "HOST:PORT" };
        relay.Validators.Add(r =>
        {
            if (r.Tokens.Count == 1 && Relay.Parse(r.Tokens[0].Value) is null) r.AddError("--relay は HOST:PORT の形で指定してください。");
        });
        var domain = new Option<string[]>("--domain") { Description = "受け取るメールのドメイン(複数可。見本では不要)", HelpName = "DOMAIN" };
        var certificate = new Option<string?>("--tls-cert") { Description = "証明書と秘密鍵の PEM ファイル", HelpName = "FILE" };
        var command = new Command("up", "関所を用意して動かす") { yes, data, city, http, smtp, relay, domain, certificate };
        command.SetAction((result, ct) => UpRun.RunAsync(
            new StartOptions(result.GetValue(data), result.GetValue(city), result.GetValue(http), result.GetValue(smtp), result.GetValue(relay), result.GetValue(domain), result.GetValue(certificate)), time, ct));
        return command;
    }

    private static Option<int?> Port(string name, string description)
    {
        var option = new Option<int?>(name) { Description = description, HelpName = "PORT" };
        option.Validators.Add(r =>
        {
            if (r.Tokens.Count == 1 && r.GetValueOrDefault<int?>() is < 1 or > 65535) r.AddError(name + " は 1 から 65535 までの数です。");
        });
        return option;
    }
}
