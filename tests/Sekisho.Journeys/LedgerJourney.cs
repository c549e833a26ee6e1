using Sekisho.Journeys.Support;

namespace Sekisho.Journeys;

/// <summary>Somebody with the database in hand changes the past; the offline check names the first bad leaf.</summary>
public sealed class LedgerJourney
{
    [Fact]
    public async Task An_altered_record_is_named_and_an_untouched_ledger_verifies()
    {
        await using var at = await Installation.StartAsync("SKS");
        (await at.VerbAsync("ledger", "verify")).Succeeded();
        var leaf = await Superuser.SqlAsync(at, "select min(number) + 2 from platform.leaf");
        // The second lock is a trigger; this attacker owns the server and takes it off.
        await Superuser.SqlAsync(at, $"""
            set session_replication_role = replica;
            update platform.record set canonical = set_byte(canonical, 5, get_byte(canonical, 5) # 1)
             where id = (select record_id from platform.leaf where number = {leaf});
            """);
        var verdict = await at.VerbAsync("ledger", "verify");
        verdict.ExitCode.ShouldNotBe(0);
        (verdict.Out + verdict.Error).ShouldContain(leaf);
    }
}
