using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Sekisho.Gate;
using Sekisho.Gate.Intake;
using Sekisho.Gate.Model;
using Sekisho.Gate.Pages;
using Sekisho.Platform.Decisions;

namespace Sekisho.Tests.Gate.Intake;

/// <summary>Whose mail it is comes out of the organisation, by the decision point the product uses.</summary>
public sealed class RecipientBookTests(GateDatabase gate) : IClassFixture<GateDatabase>
{
    private RecipientBook Book => gate.Services.GetRequiredService<RecipientBook>();

    [Theory]
    [InlineData("x@city.sekisho.example", "x@city.sekisho.example", "MAYOR", "u1")]
    [InlineData("X@City.Sekisho.Example", "x@city.sekisho.example", "MAYOR", "u1")]
    [InlineData("e1@city.sekisho.example", "e1@city.sekisho.example", "EDU", "e1")]
    [InlineData("edu@city.sekisho.example", "edu@city.sekisho.example", "EDU", "e1")]
    [InlineData("nobody.at.all@city.sekisho.example", "desk@city.sekisho.example", "MAYOR", "desk")]
    public async Task An_address_goes_to_its_person_its_unit_or_the_unit_that_takes_what_is_nobodys(string named, string address, string organ, string unit)
    {
        var found = (await Book.FindAsync(named, CancellationToken.None)).ShouldNotBeNull();
        (found.Address, found.OrganCode, found.UnitId).ShouldBe((address, organ, unit));
    }

    [Fact]
    public async Task Another_domain_is_refused_without_asking() => (await Book.FindAsync("x@elsewhere.example", CancellationToken.None)).ShouldBeNull();

    [Fact]
    public async Task Where_nobody_can_answer_the_peer_is_told_to_come_again()
    {
        var alone = new RecipientBook(new DecisionPoints([], NullLogger<DecisionPoints>.Instance), gate.Services.GetRequiredService<GateOptions>());
        await Should.ThrowAsync<InvalidOperationException>(() => alone.FindAsync("x@city.sekisho.example", CancellationToken.None));
    }

    [Fact]
    public async Task The_mail_keeps_where_it_goes_whose_it_is_and_what_was_nobodys()
    {
        var mail = await gate.MailAsync(await gate.AcceptAsync("Subject: x\r\n\r\nhello\r\n", "edu@city.sekisho.example", "who@city.sekisho.example", "whom@city.sekisho.example"));
        mail.Recipients.ShouldBe(["edu@city.sekisho.example", "desk@city.sekisho.example"]);
        mail.Strays.ShouldBe(["who@city.sekisho.example", "whom@city.sekisho.example"]);
        (mail.OrganCode, string.Join(',', mail.Organs), string.Join(',', mail.Units)).ShouldBe(("EDU", "EDU,MAYOR", "e1,desk"));
    }

    [Fact]
    public void The_head_of_a_unit_sees_the_envelopes_of_its_mail_and_of_no_other_units()
    {
        var mail = new Mail
        {
            Id = "M-1", OrganCode = "MAYOR", State = MailState.Held, ReceivedAt = default, Peer = "p", Helo = "h", Tls = false, Sender = "a@example.org", Recipients = ["x@city.sekisho.example"],
            Organs = ["MAYOR"], Units = ["u1"], Size = 1, SrcZone = "Z_INET", DstZone = "Z_LGWAN", SrcSha256 = "00", OriginalObject = "o", RetainUntil = new(2027, 4, 1),
        };
        new MailReach([], ["u1"], []).Sees(mail).ShouldBeTrue();
        new MailReach([], ["desk"], []).Sees(mail).ShouldBeFalse();
        new MailReach(["EDU"], [], []).Sees(mail).ShouldBeFalse("an administrator of another organ stands behind a wall");
        new MailReach(["MAYOR"], [], []).Sees(mail).ShouldBeTrue();
        new MailReach([], [], ["x@city.sekisho.example"]).Sees(mail).ShouldBeTrue();
    }
}
