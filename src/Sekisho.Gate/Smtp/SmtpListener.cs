using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Sekisho.Gate.Smtp;

/// <summary>Takes connections of SMTP peers and runs a session for each, within the limits.</summary>
internal sealed class SmtpListener(SmtpOptions options, IMailIntake intake, TimeProvider time, ILogger<SmtpListener> log) : BackgroundService
{
    private readonly ConcurrentDictionary<IPAddress, int> peers = new();
    private int sessions;
    private TcpListener? listener;

    /// <summary>The port it listens on; told once it has started. The machine chooses where the options say 0.</summary>
    internal int Port => ((IPEndPoint)listener!.LocalEndpoint).Port;

    /// <summary>The port is taken before the host says it has started, so that a port in use is an error of the start.</summary>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        listener = new TcpListener(options.LoopbackOnly ? IPAddress.Loopback : IPAddress.Any, options.Port);
        listener.Start();
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true) _ = ServeAsync(await listener!.AcceptTcpClientAsync(stoppingToken), stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            log.LogDebug("The SMTP listener stops.");
        }
        finally
        {
            listener!.Stop();
        }
    }

    private async Task ServeAsync(TcpClient client, CancellationToken ct)
    {
        using var _ = client;
        var address = ((IPEndPoint)client.Client.RemoteEndPoint!).Address;
        var ofPeer = peers.AddOrUpdate(address, 1, (_, n) => n + 1);
        var all = Interlocked.Increment(ref sessions);
        try
        {
            client.NoDelay = true;
            using var life = CancellationTokenSource.CreateLinkedTokenSource(ct);
            life.CancelAfter(options.LongestSession);
            var wire = new SmtpWire(client.GetStream(), options);
            if (all > options.MostSessions || ofPeer > options.MostSessionsOfPeer) await wire.WriteAsync("421 4.7.0 Too many connections", life.Token);
            else await new SmtpSession(wire, address.ToString(), options, intake, time, log).RunAsync(life.Token);
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
        {
            log.LogDebug("SMTP peer {Peer} went away: {Reason}", address, e.GetType().Name);
        }
        catch (Exception e)
        {
            log.LogError(e, "An SMTP session broke.");
        }
        finally
        {
            Interlocked.Decrement(ref sessions);
            if (peers.AddOrUpdate(address, 0, (_, n) => n - 1) <= 0) peers.TryRemove(new(address, 0));
        }
    }
}
