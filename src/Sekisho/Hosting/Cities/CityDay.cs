using Sekisho.Access.Policies;
using Sekisho.Conformity.Packs;
using Sekisho.Kernel;
using Sekisho.Organisation.Daily;
using Sekisho.Organisation.Demo;
using Sekisho.Platform;
using Sekisho.Policy.Board;
using Sekisho.Policy.Documents;
using Sekisho.Policy.Packs;

namespace Sekisho.Hosting.Cities;

/// <summary>One day of a demonstration city, lived through the commands and probes of every other day. The clock stands on it already.</summary>
internal sealed class CityDay(IServiceProvider services, Actor loader)
{
    /// <param name="own">Where the day's pack and text lie; null for the shipped city, which has its own.</param>
    /// <param name="day">The day and its CSVs.</param>
    /// <param name="ct">Stops between two commands; the next start goes on.</param>
    internal async Task<Result<bool>> LiveAsync(CityFolder? own, DemoStep day, CancellationToken ct)
    {
        var pack = own?.Pack(day);
        var text = own?.Text(day);
        if (day.Files.Count == 0 && pack is null && text is null && own?.Acts(day) is null) return await PassAsync(ct);
        if (day.Files.Count > 0 && await services.GetRequiredService<DemoOrganisation>().ApplyAsync(day, ct) is { IsOk: false } people) return people.As<bool>();
        if (pack is not null && await ApplyAsync(day, pack, ct) is { IsOk: false } refused) return refused;
        if (text is not null && await services.GetRequiredService<PolicyImporter>().ImportFileAsync(Id(day, "text"), loader, text, ct) is { IsOk: false } edition) return edition.As<bool>();
        if (own?.Acts(day) is null) return true;
        await CityLoader.SealAsync(services, ct);
        return await new CityActs(services, loader, own, day).RunAsync(ct);
    }

    /// <summary>
    /// Nobody does anything. The program was away since the last of the city's days: first the board is looked at as it stands, then the checks of every day
    /// run, as they do when a machine is switched on again.
    /// </summary>
    private async Task<Result<bool>> PassAsync(CancellationToken ct)
    {
        var clock = services.GetRequiredService<ConformityClock>();
        await clock.TickAsync(ct);
        var checks = await services.GetRequiredService<CheckDay>().RunAsync(ct);
        if (!checks.IsOk) return checks.As<bool>();
        var structure = await CheckStructure.RunAsync(services.GetRequiredService<CommandRunner>(), services.GetRequiredService<IdSource>().Next(), ct);
        if (!structure.IsOk) return structure;
        var rule = await services.GetRequiredService<PolicyProbe>().RunAsync(ct);
        if (!rule.IsOk) return rule;
        await CityLoader.SealAsync(services, ct);
        await clock.TickAsync(ct);
        return true;
    }

    private async Task<Result<bool>> ApplyAsync(DemoStep day, PackFile file, CancellationToken ct)
    {
        var catalogue = services.GetRequiredService<PackFolder>().Catalogue();
        if (!catalogue.IsOk) return catalogue.As<bool>();
        var pack = PackFolder.Open(file, catalogue.Value);
        if (!pack.IsOk) return pack.As<bool>();
        var applied = await services.GetRequiredService<ApplyPack>().RunAsync(Id(day, "pack"), loader, file, ct);
        if (!applied.IsOk) return applied.As<bool>();
        var roles = await CityLoader.ProposeAsync(services, Id(day, "roles"), loader, pack.Value, ct);
        return roles.IsOk ? true : roles.As<bool>();
    }

    private static Guid Id(DemoStep day, string what) =>
        IdSource.Seeded("city-day/" + day.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) + "/" + what).Next();
}
