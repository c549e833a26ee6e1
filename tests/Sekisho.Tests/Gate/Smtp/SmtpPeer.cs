using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Sekisho.Gate.Smtp;

namespace Sekisho.Tests.Gate.Smtp;

/// <summary>A listener on a free port and one raw connection to it.</summary>
internal sealed class SmtpPeer : IAsyncDisposable
{
    private readonly SmtpListener listener;
    private readonly TcpClient client = new();
    private Stream stream = Stream.Null;

    public SmtpPeer(CollectingIntake intake, Func<SmtpOptions, SmtpOptions>? change = null)
    {
        var options = new SmtpOptions { Port = 0, LoopbackOnly = true };
        listener = new SmtpListener(change?.Invoke(options) ?? options, intake, TimeProvider.System, NullLogger<SmtpListener>.Instance);
    }

    public int Port => listener.Port;

    public async Task<string> ConnectAsync()
    {
        await listener.StartAsync(CancellationToken.None);
        await client.ConnectAsync(IPAddress.Loopback, Port);
        stream = client.GetStream();
        return await HearAsync();
    }

    public async Task<string> SayAsync(string text)
    {
        await stream.WriteAsync(Encoding.Latin1.GetBytes(text));
        return await HearAsync();
    }

    public async Task SecureAsync()
    {
        var secure = new SslStream(stream, false, (_, _, _, _) => true);
        await secure.AuthenticateAsClientAsync("sekisho");
        stream = secure;
    }

    /// <summary>One whole reply; empty when the server hung up.</summary>
    public async Task<string> HearAsync()
    {
        var heard = new StringBuilder();
        var one = new byte[1];
        while (await stream.ReadAsync(one) == 1)
        {
            heard.Append((char)one[0]);
            if (one[0] != '\n') continue;
            var last = heard.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries)[^1];
            if (last.Length < 4 || last[3] == ' ') return heard.ToString();
        }
        return heard.ToString();
    }

    public static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var made = new CertificateRequest("CN=sekisho", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2040, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await listener.StopAsync(CancellationToken.None);
        listener.Dispose();
    }
}
