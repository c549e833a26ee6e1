using Sekisho.Platform;
using Sekisho.Policy.Packs;
using Sekisho.Shell;

namespace Sekisho.Hosting.Cities;

/// <summary>Tells the pages which city this is, once its pack is known.</summary>
internal static class CityName
{
    internal static async Task ShowAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var read = await services.GetRequiredService<Database>().ReadAsync(ct);
        if (await services.GetRequiredService<PackLibrary>().AppliedAsync(read, ct) is not { } applied) return;
        var installation = services.GetRequiredService<Installation>();
        installation.Value = installation.Value with { CityName = applied.Pack.City };
    }
}
