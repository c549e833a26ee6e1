using System.Buffers.Binary;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;

// A taken-over worker: does what the option "behave" says or, where nobody gives that option, what the mail in its hands says after
// "X-Behave:". Runs in the real sandbox; the tests look at what the parent makes of it.
using var input = Console.OpenStandardInput();
using var output = Console.OpenStandardOutput();
var frames = new FrameStream(input, output);
await frames.WriteAsync(ReplyFrames.Ready, CancellationToken.None);
while (await frames.ReadAsync(WorkerLimits.ReplyBytes, CancellationToken.None) is { } frame)
{
    var request = RequestFrames.Request(frame);
    var honest = new WorkerReply(request.Number, Outcome.Clean, [], [],
        request.Verb == WorkerVerb.Verify ? [] : [WorkerBlob.Of(BlobRole.Output, "", request.Payload)],
        new Dictionary<string, string> { ["digest"] = Digest.Of(request.Payload.Span).Hex, ["process"] = "honest" }, Discard: false);
    switch (request.Options.GetValueOrDefault("behave") ?? Wish(request.Payload.Span))
    {
        case "honest": await frames.WriteAsync(ReplyFrames.Of(honest), CancellationToken.None); break;
        case "discard": await frames.WriteAsync(ReplyFrames.Of(honest with { Discard = true }), CancellationToken.None); break;
        case "exit": return 3;
        case "hang": Thread.Sleep(Timeout.Infinite); break;
        case "failed": await frames.WriteAsync(ReplyFrames.Failed(request.Number, "Some<b>Exception"), CancellationToken.None); return 1;
        case "lying-length": Preamble(FrameKind.Reply, 10, 1L << 40); break;
        case "short": Preamble(FrameKind.Reply, 2, 1_000); return 0;
        case "wrong-magic": output.Write("HTTP/1.1 200 OK\r\n\r\n"u8); output.Flush(); break;
        case "wrong-digest": await frames.WriteAsync(Lie(ReplyFrames.Of(honest)), CancellationToken.None); break;
        case "wrong-number": await frames.WriteAsync(ReplyFrames.Of(honest with { Number = request.Number + 1 }), CancellationToken.None); break;
        case "other-digest":
            await frames.WriteAsync(ReplyFrames.Of(honest with { Details = new Dictionary<string, string> { ["digest"] = Digest.OfText("other").Hex } }), CancellationToken.None);
            break;
        case "memory": Eat(); break;
        case "flood": while (true) output.Write(new byte[1 << 16]);
        case "escape":
            await frames.WriteAsync(ReplyFrames.Of(honest with { Details = new Dictionary<string, string>(honest.Details) { ["reached"] = string.Join(',', Escape.Reached(request.Options)) } }), CancellationToken.None);
            break;
        case "out-of-turn": await frames.WriteAsync(ReplyFrames.Ready, CancellationToken.None); break;
    }
}
return 0;

static string Wish(ReadOnlySpan<byte> mail)
{
    var mark = "X-Behave: "u8;
    var at = mail.IndexOf(mark);
    if (at < 0) return "honest";
    var rest = mail[(at + mark.Length)..];
    return System.Text.Encoding.ASCII.GetString(rest[..rest.IndexOf((byte)'\r')]);
}

void Preamble(FrameKind kind, int header, long payload)
{
    var b = new byte[17];
    "SKF1"u8.CopyTo(b);
    b[4] = (byte)kind;
    BinaryPrimitives.WriteInt32LittleEndian(b.AsSpan(5), header);
    BinaryPrimitives.WriteInt64LittleEndian(b.AsSpan(9), payload);
    output.Write(b);
    output.Flush();
}

static Frame Lie(Frame reply)
{
    var bytes = reply.Payload.ToArray();
    bytes[0] ^= 1;
    return reply with { Payload = bytes };
}

static unsafe void Eat()
{
    // Native memory: the managed heap limit does not see it, the watchdog must.
    while (true)
    {
        var block = new Span<byte>(System.Runtime.InteropServices.NativeMemory.Alloc(64 << 20), 64 << 20);
        block.Fill((byte)'x');
        Thread.Sleep(5);
    }
}
