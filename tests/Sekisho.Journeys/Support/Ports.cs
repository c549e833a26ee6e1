using System.Net;
using System.Net.Sockets;

namespace Sekisho.Journeys.Support;

/// <summary>Ports for the installations of one run.</summary>
internal static class Ports
{
    // Below the ports the machine lends to connections: a number given out here is taken by nobody between this line and the start that listens on it.
    private const int Lowest = 15_000, Count = 16_000;
    private static int next = Environment.ProcessId * 64;

    public static int Free()
    {
        for (var tries = 0; tries < Count; tries++)
        {
            var port = Lowest + (Interlocked.Increment(ref next) & int.MaxValue) % Count;
            try
            {
                using var listener = new TcpListener(IPAddress.Any, port);
                listener.Start();
                return port;
            }
            catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                Console.WriteLine($"port {port} is in use");
            }
        }
        throw new InvalidOperationException("No port is free.");
    }
}
