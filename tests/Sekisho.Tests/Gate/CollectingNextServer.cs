using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Sekisho.Gate.Smtp;
using Sekisho.Tests.Gate.Smtp;

namespace Sekisho.Tests.Gate;

/// <summary>The server behind the gate: our own listener with a collecting intake. Every byte that reaches it is kept.</summary>
internal sealed class CollectingNextServer
{
    private SmtpListener? listener;
    public CollectingIntake Intake { get; } = new();
    public int Port { get; } = Free();

    public void Start()
    {
        listener = new SmtpListener(new SmtpOptions { Port = Port, LoopbackOnly = true }, Intake, TimeProvider.System, NullLogger<SmtpListener>.Instance);
        listener.StartAsync(CancellationToken.None).GetAwaiter().GetResult();
    }

    private static int Free()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
