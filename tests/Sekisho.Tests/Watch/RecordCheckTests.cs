using Sekisho.Watch.Functions;
using Sekisho.Watch.Mail;

namespace Sekisho.Tests.Watch;

public sealed class RecordCheckTests
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);

    private static SecurityFunction Function() => new()
    {
        FunctionId = "gate.mail", SystemId = "sekisho-gate", FunctionKind = "mail-sanitising", Own = true, RegisteredAt = Morning,
    };

    [Fact]
    public void A_row_of_failures_keeps_its_first_instant_and_a_pass_ends_it()
    {
        var function = Function();
        Try(function, CheckResult.Fail("not-delivered"), Morning).FailedSince.ShouldBe(Morning);
        Try(function, CheckResult.Fail("listener-unreachable"), Morning.AddMinutes(5)).FailedSince.ShouldBe(Morning);
        function.Detail.ShouldBe("listener-unreachable");
        Try(function, CheckResult.Pass, Morning.AddMinutes(10)).FailedSince.ShouldBeNull();
        Try(function, CheckResult.Fail("not-text"), Morning.AddMinutes(15)).FailedSince.ShouldBe(Morning.AddMinutes(15));
    }

    [Theory]
    [InlineData("Content-Type: text/plain\r\n\r\ntoken-1", null)]
    [InlineData("Content-Type: text/plain\r\n\r\nnothing", "content-lost")]
    [InlineData("Content-Type: text/plain\r\n\r\ntoken-1 window.probe()", "not-sanitised")]
    [InlineData("Content-Type: text/html\r\n\r\ntoken-1", "not-text")]
    public void What_came_out_is_judged(string delivered, string? stage) => ProbeMail.Judge(delivered, "token-1").ShouldBe(stage);

    private static Sekisho.Kernel.Facts.Watch.SecurityFunctionChecked Try(SecurityFunction function, CheckResult result, DateTimeOffset now)
    {
        var fact = RecordCheck.Decide(function, result, now);
        RecordCheck.Apply(function, result, fact);
        return fact;
    }
}
