using System.Net.Security;
using System.Text;
using Sekisho.Gate.Delivery;
using Sekisho.Tests.Gate.Smtp;

namespace Sekisho.Tests.Gate.Delivery;

/// <summary>Our client against our listener: what goes in comes out.</summary>
public sealed class SmtpDeliveryTests
{
    private static readonly byte[] Message = Encoding.UTF8.GetBytes("Subject: x\r\n\r\n.日本語\r\n");
    private readonly CollectingIntake intake = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_message_arrives_byte_for_byte(bool tls)
    {
        using var certificate = SmtpPeer.Certificate();
        await using var peer = new SmtpPeer(intake, o => o with { Certificate = tls ? SslStreamCertificateContext.Create(certificate, null, offline: true) : null });
        await peer.ConnectAsync();
        var result = await new SmtpDelivery(TimeProvider.System).SendAsync("127.0.0.1", peer.Port, "", ["x@city.sekisho.example"], Message, default);
        result.Outcome.ShouldBe(DeliveryOutcome.Delivered);
        var mail = intake.Mails.ShouldHaveSingleItem();
        mail.Bytes.ShouldBe(Message);
        mail.Tls.ShouldBe(tls);
    }

    [Fact]
    public async Task A_refused_recipient_is_permanent()
    {
        await using var peer = new SmtpPeer(intake);
        await peer.ConnectAsync();
        (await new SmtpDelivery(TimeProvider.System).SendAsync("127.0.0.1", peer.Port, "", ["x@elsewhere.example"], Message, default))
            .Outcome.ShouldBe(DeliveryOutcome.Permanent);
    }

    [Fact]
    public async Task Nobody_there_is_temporary() =>
        (await new SmtpDelivery(TimeProvider.System).SendAsync("127.0.0.1", 1, "", ["x@city.sekisho.example"], Message, default))
            .Outcome.ShouldBe(DeliveryOutcome.Temporary);
}
