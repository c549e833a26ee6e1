using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Sekisho.Journeys.Support;

/// <summary>Bytes over a socket, for what no honest client would send.</summary>
internal static class RawSmtp
{
    /// <summary>Sends each piece after a moment and returns everything the server said until it fell silent.</summary>
    public static async Task<string> TalkAsync(int port, params string[] pieces)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port);
        var stream = client.GetStream();
        var said = new StringBuilder(await HearAsync(stream));
        foreach (var piece in pieces)
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(piece));
            said.Append(await HearAsync(stream));
        }
        return said.ToString();
    }

    private static async Task<string> HearAsync(NetworkStream stream)
    {
        var buffer = new byte[4096];
        using var silence = new CancellationTokenSource(TimeSpan.FromMilliseconds(700));
        var heard = new StringBuilder();
        try
        {
            while (await stream.ReadAsync(buffer, silence.Token) is > 0 and var n) heard.Append(Encoding.Latin1.GetString(buffer, 0, n));
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            return heard.ToString();
        }
        return heard.ToString();
    }
}
