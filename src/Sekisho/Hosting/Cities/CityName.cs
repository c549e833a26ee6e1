using Sekisho.Platform;
using Sekisho.Policy.Packs;

namespace Sekisho.Hosting.Cities;

/// <summary>Opens the applied pack before the first page is shown: from it the pages know the city's name and its words for the roles.</summary>
internal static class CityName
{
    internal static async Task ShowAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var read = await services.GetRequiredService<Database>().ReadAsync(ct);
        await services.GetRequiredService<PackLibrary>().AppliedAsync(read, ct);
    }
}
