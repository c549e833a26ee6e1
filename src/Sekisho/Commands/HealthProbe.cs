using System.Globalization;
using System.Net.Http.Json;
using Sekisho.Hosting;

namespace Sekisho.Commands;

/// <summary>Asks the running server of this machine how it is.</summary>
internal static class HealthProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary><see cref="Health.Unknown"/> when nobody answers.</summary>
    internal static async Task<Health> AskAsync(int port, CancellationToken ct)
    {
        using var handler = new SocketsHttpHandler { UseProxy = false };
        // Our own listener on loopback: its certificate may be self-signed or made for another name.
        handler.SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => true;
        using var client = new HttpClient(handler) { Timeout = Patience };
        try
        {
            using var answer = await client.GetAsync(new Uri(string.Create(CultureInfo.InvariantCulture, $"https://127.0.0.1:{port}/healthz")), ct);
            return await answer.Content.ReadFromJsonAsync<Health>(ct) ?? Health.Unknown;
        }
        catch (Exception e) when (e is HttpRequestException or System.Text.Json.JsonException || (e is TaskCanceledException && !ct.IsCancellationRequested))
        {
            return Health.Unknown with { Detail = "応答がありません" };
        }
    }
}
