using System.Globalization;
using System.Text.RegularExpressions;
using Sekisho.Journeys.Support;

namespace Sekisho.Journeys;

/// <summary>What an administrator relies on: nothing is fetched, the city's certificate is used, figures stay on the machine, a restart disturbs nobody.</summary>
[Collection(QuietCity.Name)]
public sealed partial class OperationsJourney(QuietCity city)
{
    [Fact]
    public async Task Without_a_route_a_mail_is_taken_and_disarmed_and_nothing_asks_for_the_outside()
    {
        (await NoRoute.RunAsync(city.At, "ip", "route", "show", "table", "main")).Succeeded().Out.Trim().ShouldBeEmpty();
        await city.ReceiveAsync("quiet");
        (await NoRoute.RunAsync(city.At, Path.Combine(Checkout.Root, "sekisho"), "status", "--json", "--data", city.At.Data)).Succeeded().Out.ShouldContain("\"sandbox\":true");
        city.At.Said.ShouldNotContain("unreachable", Case.Insensitive);
    }

    [Fact]
    public async Task Health_and_figures_are_told_to_this_machine_only()
    {
        (await AskAsync("127.0.0.1", "/healthz")).ShouldBe("200");
        (await AskAsync("127.0.0.1", "/metrics")).ShouldBe("200");
        (await AskAsync("127.0.0.1", "/metrics", "--header", "X-Forwarded-For: 198.51.100.7")).ShouldBe("404");
        (await AskAsync(NoRoute.OtherAddress, "/signin")).ShouldBe("200");
        (await AskAsync(NoRoute.OtherAddress, "/healthz")).ShouldBe("404");
        (await AskAsync(NoRoute.OtherAddress, "/metrics")).ShouldBe("404");
        var text = (await CurlAsync("127.0.0.1", "/metrics")).Out;
        text.ShouldContain("# TYPE sekisho_ledger_size gauge\nsekisho_ledger_size ");
        text.ShouldMatch("\nsekisho_command_seconds_count(\\{[^}]*\\})? [0-9]+\n");
    }

    [Fact]
    public async Task The_certificate_given_once_serves_pages_and_mail_with_its_chain_and_an_open_form_survives_a_restart()
    {
        var jar = Path.Combine(city.Folder, "cookies");
        var form = (await CurlAsync("127.0.0.1", "/signin", "--cookie-jar", jar)).Succeeded().Out;
        await city.At.StopAsync();
        await city.At.UpAsync();
        foreach (string[] way in new string[][] { ["-connect", "127.0.0.1:" + Text(city.At.HttpPort)], ["-starttls", "smtp", "-connect", "127.0.0.1:" + Text(city.At.SmtpPort)] })
            (await NoRoute.RunAsync(city.At, ["/usr/bin/openssl", "s_client", .. way, "-CAfile", city.Root, "-verify_return_error", "-verify_hostname", "localhost"]))
                .Succeeded().Out.ShouldContain("Verify return code: 0 (ok)");
        string[] fields = [.. Hidden().Matches(form).SelectMany(m => new[] { "--data-urlencode", System.Net.WebUtility.HtmlDecode(m.Groups[1].Value) + "=" + System.Net.WebUtility.HtmlDecode(m.Groups[2].Value) })];
        fields.ShouldNotBeEmpty();
        // Not 400 「画面を開いてから時間がたちました」: the sign-in itself is refused.
        (await AskAsync("127.0.0.1", "/signin", [.. fields, "--data-urlencode", "login=nobody", "--data-urlencode", "password=wrong", "--cookie", jar])).ShouldBe("422");
        (await AskAsync("127.0.0.1", "/signin", ["--data-urlencode", "login=nobody", "--cookie", jar])).ShouldBe("400");
    }

    private async Task<string> AskAsync(string host, string path, params string[] more) =>
        (await CurlAsync(host, path, [.. more, "--output", "/dev/null", "--write-out", "%{http_code}"])).Succeeded().Out;

    private Task<Command> CurlAsync(string host, string path, params string[] more) =>
        NoRoute.RunAsync(city.At, ["/usr/bin/curl", "--silent", "--show-error", "--insecure", .. more, "https://" + host + ":" + Text(city.At.HttpPort) + path]);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Hidden();
}
