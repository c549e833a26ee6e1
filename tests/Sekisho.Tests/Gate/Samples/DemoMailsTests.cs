using Sekisho.Gate.Samples;
using Sekisho.Kernel;
using Sekisho.Sanitizing.Mail;
using Sekisho.Tests.Sanitizing.Mail;
using Sekisho.Verifying;

namespace Sekisho.Tests.Gate.Samples;

/// <summary>The demonstration mails through the two engines: what comes out is accepted by the second reader, and the names say what was found.</summary>
public class DemoMailsTests
{
    public static TheoryData<string, Outcome, string> Mails => new()
    {
        { "plain-jis", Outcome.Clean, "" }, { "html-links", Outcome.Cleaned, "HT-08" }, { "macro-document", Outcome.Cleaned, "OX-01" }, { "archive", Outcome.Clean, "" },
        { "picture", Outcome.Cleaned, "" }, { "virus", Outcome.Clean, "" }, { "program", Outcome.Cleaned, "BK-01" }, { "locked-archive", Outcome.Held, "ZP-07" },
    };

    [Theory]
    [MemberData(nameof(Mails))]
    public void Each_comes_out_as_its_name_says_and_the_second_reader_accepts_it(string name, Outcome outcome, string rule)
    {
        var mail = DemoMails.All("city.sekisho.example", new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero)).Single(m => m.Name == name);
        var result = Treat.Bytes(mail.Bytes.ToArray());
        result.Outcome.ShouldBe(outcome, string.Join(' ', Treat.Rules(result)));
        if (rule.Length > 0) Treat.Rules(result).ShouldContain(rule);
        OutputVerifier.Verify(result.Output!, "eml").Forbidden.ShouldBeEmpty();
    }

    [Theory, InlineData(DemoMails.ArchivePassword, Outcome.Cleaned), InlineData("genba-2025", Outcome.Held)]
    public void The_locked_archive_opens_with_the_password_in_its_text(string password, Outcome outcome)
    {
        var mail = DemoMails.All("city.sekisho.example", DateTimeOffset.UnixEpoch).Single(m => m.Name == "locked-archive");
        var result = MailSanitiser.Sanitise(new(mail.Bytes.ToArray()), new("R-1", new(new()), new(), new(), new NoTools()) { Password = password });
        result.Outcome.ShouldBe(outcome, string.Join(' ', Treat.Rules(result)));
        result.Parts.Single().Children.Count(c => c.DetectedType == "png").ShouldBe(outcome == Outcome.Cleaned ? 1 : 0);
        result.Before.ShouldContain(DemoMails.ArchivePassword);
    }

    [Fact]
    public void They_are_as_many_as_are_tested() => DemoMails.All("city.sekisho.example", DateTimeOffset.UnixEpoch).Count.ShouldBe(Mails.Count);
}
