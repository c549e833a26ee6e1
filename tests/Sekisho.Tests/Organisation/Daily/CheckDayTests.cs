using Microsoft.Extensions.DependencyInjection;
using Sekisho.Kernel;
using Sekisho.Organisation.Daily;

namespace Sekisho.Tests.Organisation.Daily;

public class CheckDayTests(OrganisationDatabase db) : IClassFixture<OrganisationDatabase>
{
    [Fact]
    public async Task A_term_that_ends_by_the_calendar_leaves_a_vacancy_told_once()
    {
        db.Time.Set(new DateTimeOffset(2026, 4, 1, 1, 0, 0, TimeSpan.Zero));
        (await db.ImportAsync(SomeCity.Files)).IsOk.ShouldBeTrue();
        var check = db.Services.GetRequiredService<CheckDay>();

        db.Time.Set(new DateTimeOffset(2027, 3, 31, 14, 59, 0, TimeSpan.Zero)); // 31 March 23:59 in Japan
        await check.RunAsync(default);
        (await Vacant()).ShouldBeEmpty();

        db.Time.Set(new DateTimeOffset(2027, 3, 31, 15, 0, 0, TimeSpan.Zero));
        await check.RunAsync(default);
        await check.RunAsync(default);
        var fact = (await Vacant()).ShouldHaveSingleItem();
        fact.Time("since").ShouldBe(JapanTime.StartOf(new DateOnly(2027, 4, 1)));
        (await db.FactsAsync(CheckDay.AuditName)).Count(f => f.Text("day") == "2027-04-01").ShouldBe(1);
    }

    private async Task<IReadOnlyList<Sekisho.Kernel.Ledger.SealedRecord>> Vacant() =>
        [.. (await db.FactsAsync("org.role.vacant")).Where(f => f.Text("role_code") == "SECT_OPERATOR" && f.Text("unit_id") == "pr")];
}
