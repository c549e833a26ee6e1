using Sekisho.Gate.Model;
using Sekisho.Gate.Processing;
using Sekisho.Gate.Release;

namespace Sekisho.Tests.Gate.Release;

public class ReleaseDecisionTests
{
    [Theory]
    [InlineData("part.held"), InlineData("mail.ambiguous")]
    public void A_mail_that_waits_for_a_person_may_be_put_up(string stage) =>
        ReleaseDecision.Decide(Held(stage, hasOutput: true), isAsked: false, " 工事の確認に必要です ").Value.ShouldBe("工事の確認に必要です");

    [Theory]
    [InlineData("scanner.unavailable", true), InlineData("verify.refused", true), InlineData("worker.died", false), InlineData("part.held", false)]
    public void What_was_not_verified_and_scanned_may_not(string stage, bool hasOutput)
    {
        var mail = Held(stage, hasOutput);
        ReleaseDecision.Decide(mail, isAsked: false, "理由").IsOk.ShouldBeFalse();
        ReleaseDecision.MayTryAgain(mail).ShouldBeTrue();
    }

    [Fact]
    public void A_second_request_an_empty_reason_and_a_mail_that_went_on_are_refused()
    {
        ReleaseDecision.Decide(Held("part.held", true), isAsked: true, "理由").Refusals[0].IsConflict.ShouldBeTrue();
        ReleaseDecision.Decide(Held("part.held", true), isAsked: false, "  ").Refusals[0].Field.ShouldBe("reason");
        ReleaseDecision.Decide(Held("part.held", true), isAsked: false, new string('字', 501)).IsOk.ShouldBeFalse();
        var gone = Held("part.held", true);
        gone.State = MailState.Delivered;
        ReleaseDecision.Decide(gone, isAsked: false, "理由").Refusals[0].Stage.ShouldBe(GateRefusals.NotHeld.Stage);
    }

    private static Mail Held(string stage, bool hasOutput) => new()
    {
        Id = "M-1", OrganCode = "MAYOR", State = MailState.Held, ReceivedAt = DateTimeOffset.UnixEpoch, Peer = "192.0.2.1", Helo = "peer", Tls = false, Sender = "a@example.org",
        Recipients = ["x@city.sekisho.example"], Size = 1, SrcZone = "Z_INET", DstZone = "Z_LGWAN", SrcSha256 = "00", OriginalObject = "o", RetainUntil = new(2026, 4, 1),
        HoldStage = stage, OutObject = hasOutput ? "out" : null, OutSha256 = hasOutput ? "11" : null,
    };
}
