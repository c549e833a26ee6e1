using System.Net;
using System.Net.Sockets;
using Sekisho.Kernel;

namespace Sekisho.Hosting;

/// <summary>Asks for a port before the long steps of a start, so that the answer comes at once.</summary>
internal static class Ports
{
    /// <summary>A loopback port that is free now.</summary>
    internal static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Null when the port can be opened.</summary>
    internal static Refusal? Check(int port, string option)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Any, port);
            listener.Start();
            return null;
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return StartRefusals.PortInUse(port, option);
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AccessDenied)
        {
            return StartRefusals.PortForbidden(port, option);
        }
    }
}
