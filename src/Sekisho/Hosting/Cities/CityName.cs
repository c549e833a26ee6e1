using Sekisho.Platform;
using Sekisho.Platform.Setup;
using Sekisho.Policy.Packs;
using Sekisho.Shell;

namespace Sekisho.Hosting.Cities;

/// <summary>Opens the applied pack before the first page is shown: from it the pages know the city's name and its words for the roles. Also reads whom to call.</summary>
internal static class CityName
{
    internal static async Task ShowAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var read = await services.GetRequiredService<Database>().ReadAsync(ct);
        await services.GetRequiredService<PackLibrary>().AppliedAsync(read, ct);
        var (line, _) = await SetContactLine.ReadAsync(services.GetRequiredService<Database>(), ct);
        var installation = services.GetRequiredService<Installation>();
        installation.Value = installation.Value with { ContactLine = line };
    }
}
