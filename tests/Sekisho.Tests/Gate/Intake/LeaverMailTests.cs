using Microsoft.Extensions.DependencyInjection;
using Sekisho.Gate.Intake;

namespace Sekisho.Tests.Gate.Intake;

public sealed class LeaverMailTests(GateDatabase gate) : IClassFixture<GateDatabase>
{
    [Fact]
    public async Task Mail_for_somebody_who_left_goes_to_the_unit_that_takes_what_is_nobodys_from_the_next_day()
    {
        var book = gate.Services.GetRequiredService<RecipientBook>();
        gate.Time.Advance(new DateTimeOffset(2027, 3, 31, 23, 59, 0, TimeSpan.FromHours(9)) - gate.Time.GetUtcNow());
        (await book.FindAsync("leaver@city.sekisho.example", CancellationToken.None))!.Address.ShouldBe("leaver@city.sekisho.example");
        gate.Time.Advance(TimeSpan.FromMinutes(1));
        (await book.FindAsync("leaver@city.sekisho.example", CancellationToken.None))!.Address.ShouldBe("desk@city.sekisho.example");
    }
}
