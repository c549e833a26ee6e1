using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Sekisho.Gate.Delivery;
using Sekisho.Gate.Smtp;

namespace Sekisho.Tests.Gate.Smtp;

public sealed class MessageCollectorTests
{
    /// <summary>Stuffing by the client and unstuffing by the listener are inverse for every message whose lines end with CRLF.</summary>
    [Fact]
    public void Stuffing_and_unstuffing_are_inverse()
    {
        var lines = Gen.Elements("", ".", "..", "a", ".a", "x.", " ").ListOf();
        Prop.ForAll(Arb.From(lines), parts =>
        {
            var message = string.Concat(parts.Select(p => p + "\r\n"));
            var (ended, taken) = Take(SmtpDelivery.Stuff(Encoding.ASCII.GetBytes(message)));
            return ended && Encoding.ASCII.GetString(taken.Bytes) == message && taken.Refusal is null;
        }).QuickCheckThrowOnFailure();
    }

    /// <summary>Whatever a peer sends, a message that is kept has no bare CR or LF in it.</summary>
    [Fact]
    public void A_kept_message_has_clean_line_ends()
    {
        var bytes = Gen.Elements((byte)'a', (byte)'.', (byte)'\r', (byte)'\n').ListOf();
        Prop.ForAll(Arb.From(bytes), sent =>
        {
            var (ended, taken) = Take([.. sent]);
            return !ended || taken.Refusal is not null
                || !Encoding.ASCII.GetString(taken.Bytes).Replace("\r\n", "", StringComparison.Ordinal).AsSpan().ContainsAny('\r', '\n');
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));
    }

    private static (bool Ended, SmtpMessageBytes Taken) Take(byte[] sent)
    {
        var collector = new MessageCollector(1 << 20);
        foreach (var b in sent)
            if (collector.Take(b)) return (true, collector.Finish());
        return (false, new([], null));
    }
}
