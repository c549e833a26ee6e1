using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Sekisho.Bench.Efficacy;

/// <summary>Listens on this machine for whatever a document makes an office program fetch; who calls says in the address which file it was.</summary>
internal sealed class Canary : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<string, int> heard = new(StringComparer.Ordinal);
    private readonly Task serving;

    internal Canary()
    {
        listener.Start();
        serving = Task.Run(ServeAsync);
    }

    internal int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>First lines of the calls so far; forgotten then.</summary>
    internal IReadOnlyList<string> Take()
    {
        var calls = heard.Keys.Order(StringComparer.Ordinal).ToList();
        heard.Clear();
        return calls;
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync();
                var buffer = new byte[2_048];
                using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
                var stream = client.GetStream();
                int read;
                try { read = await stream.ReadAsync(buffer, patience.Token); }
                catch (Exception e) when (e is OperationCanceledException or IOException) { read = 0; }
                heard[Encoding.Latin1.GetString(buffer, 0, read).Split('\r')[0] is { Length: > 0 } line ? line : "(a connection)"] = 1;
                if (read > 0) await stream.WriteAsync("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray());
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException) { return; } // the end: the listener is closed
    }

    public void Dispose()
    {
        listener.Stop();
        serving.GetAwaiter().GetResult();
        listener.Dispose();
    }
}
