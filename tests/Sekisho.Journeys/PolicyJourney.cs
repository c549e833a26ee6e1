using Sekisho.Journeys.Support;

namespace Sekisho.Journeys;

/// <summary>Each of the five cities brings its own text; every obligation of its pack must find its clause.</summary>
public sealed class PolicyJourney
{
    public static TheoryData<string, string> Cities => new()
    {
        { "MTK", "mitaka.txt" }, { "TCG", "tochigi.txt" }, { "MIT", "mito.txt" }, { "NBR", "nabari.txt" }, { "KTG", "katagami.txt" },
    };

    [SharedTheory]
    [MemberData(nameof(Cities))]
    public async Task A_city_binds_its_own_text(string pack, string text)
    {
        await using var at = await Installation.StartAsync(pack);
        var imported = (await at.VerbAsync("policy", "import", Path.Combine(SharedMaterial.Root, "seeds", text), "--pack", pack)).Succeeded();
        imported.Error.ShouldNotContain("見つかりません");
        (await Superuser.SqlAsync(at, "select count(*) from platform.record where name = 'policy.version.published'")).ShouldBe("1");
        (await at.VerbAsync("ledger", "verify")).Succeeded();
    }
}
