using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace Sekisho.Gate.Scanning;

/// <summary>clamd over its Unix socket: zINSTREAM with length-prefixed chunks, zVERSION for the definitions (clamd(8)).</summary>
public sealed class ClamdScanner(ScannerOptions options, TimeProvider time) : IScanner
{
    private const int Chunk = 64 * 1024, LongestAnswer = 1024;

    public async Task<ScanResult> ScanAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(options.Patience, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            var (engine, definitions) = Version(await AskAsync("zVERSION\0", ReadOnlyMemory<byte>.Empty, stop.Token));
            return Judge(await AskAsync("zINSTREAM\0", bytes, stop.Token), engine, definitions);
        }
        catch (Exception e) when (e is SocketException or IOException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return new(ScanOutcome.Unavailable, e.GetType().Name, "clamd", "");
        }
    }

    /// <summary>"stream: OK", "stream: NAME FOUND"; everything else is no answer.</summary>
    internal static ScanResult Judge(string answer, string engine, string definitions)
    {
        const string prefix = "stream: ", found = " FOUND";
        if (answer == prefix + "OK") return new(ScanOutcome.Clean, "", engine, definitions);
        if (answer.StartsWith(prefix, StringComparison.Ordinal) && answer.EndsWith(found, StringComparison.Ordinal) && answer.Length > prefix.Length + found.Length)
            return new(ScanOutcome.Infected, answer[prefix.Length..^found.Length], engine, definitions);
        return new(ScanOutcome.Unavailable, answer, engine, definitions);
    }

    /// <summary>"ClamAV 1.4.3/27700/Thu Jul 17 …": engine and definitions; no second part when only own signatures are loaded.</summary>
    private static (string Engine, string Definitions) Version(string answer)
    {
        var parts = answer.Split('/');
        return (parts[0].Length > 0 ? parts[0] : "clamd", parts.Length > 1 ? parts[1] : "");
    }

    private async Task<string> AskAsync(string command, ReadOnlyMemory<byte> payload, CancellationToken ct)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(options.Socket), ct);
        await using var stream = new NetworkStream(socket, ownsSocket: false);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(command), ct);
        if (command.Contains("INSTREAM", StringComparison.Ordinal)) await SendAsync(stream, payload, ct);
        return await AnswerAsync(stream, ct);
    }

    private static async Task SendAsync(NetworkStream stream, ReadOnlyMemory<byte> payload, CancellationToken ct)
    {
        var length = new byte[4];
        for (var at = 0; at < payload.Length; at += Chunk)
        {
            var piece = payload.Slice(at, Math.Min(Chunk, payload.Length - at));
            BinaryPrimitives.WriteInt32BigEndian(length, piece.Length);
            await stream.WriteAsync(length, ct);
            await stream.WriteAsync(piece, ct);
        }
        await stream.WriteAsync(new byte[4], ct);
    }

    private static async Task<string> AnswerAsync(NetworkStream stream, CancellationToken ct)
    {
        var answer = new StringBuilder();
        var buffer = new byte[256];
        while (answer.Length < LongestAnswer && await stream.ReadAsync(buffer, ct) is > 0 and var n)
            foreach (var b in buffer.AsSpan(0, n))
            {
                if (b == 0) return answer.ToString();
                answer.Append(b is >= 0x20 and <= 0x7E ? (char)b : '?');
            }
        throw new IOException("clamd hung up.");
    }
}
