using Microsoft.EntityFrameworkCore;
using Sekisho.Conformity.Packs;
using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Shell;

namespace Sekisho.Policy.Packs;

/// <summary>Reads the applied pack from the database, opened once for each text. Thread-safe.</summary>
/// <param name="folder">Where the shipped packs are.</param>
/// <param name="installation">Told the city's name and its words for the roles whenever the present pack is opened; null where there are no pages.</param>
public sealed class PackLibrary(PackFolder folder, Installation? installation = null)
{
    /// <summary>Past states kept open: a history over months asks for the same few again and again.</summary>
    private const int MostPast = 12;
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, AppliedPack> past = new(StringComparer.Ordinal);
    private volatile Opened? last;
    private sealed record Opened(string Key, AppliedPack Pack);

    public PackFolder Folder => folder;

    /// <summary>Null before a pack was applied.</summary>
    /// <param name="asOf">The pack and the values that were in force then; null for now.</param>
    /// <exception cref="InvalidOperationException">A pack that was accepted cannot be read by this version of the program, or pack or values are not what the ledger says was decided.</exception>
    public async Task<AppliedPack?> AppliedAsync(ReadScope read, CancellationToken ct, DateTimeOffset? asOf = null) => await OpenAsync(read.Context<DocumentsContext>(), asOf, ct);

    /// <inheritdoc cref="AppliedAsync(ReadScope, CancellationToken, DateTimeOffset?)"/>
    public async Task<AppliedPack?> AppliedAsync(UnitOfWork work, CancellationToken ct) => await OpenAsync(work.Context<DocumentsContext>(), null, ct);

    /// <summary>The moments at which the pack or a value became another one, oldest first.</summary>
    public static async Task<IReadOnlyList<DateTimeOffset>> ChangesAsync(ReadScope read, CancellationToken ct)
    {
        var context = read.Context<DocumentsContext>();
        var packs = await context.PackVersions.Select(p => p.AppliedAt).ToListAsync(ct);
        packs.AddRange(await context.ParameterChanges.Where(p => p.ApprovedAt != null).Select(p => p.ApprovedAt!.Value).Distinct().ToListAsync(ct));
        return [.. packs.Order()];
    }

    private async Task<AppliedPack?> OpenAsync(DocumentsContext context, DateTimeOffset? asOf, CancellationToken ct)
    {
        var row = await RowAsync(context, asOf, ct);
        if (row is null) return null;
        var values = await context.ParameterChanges.AsNoTracking().Where(p => p.ApprovedAt != null && (asOf == null || p.ApprovedAt <= asOf)).OrderBy(p => p.ApprovedAt)
            .Select(p => new { p.ControlId, p.Name, p.Value }).ToListAsync(ct);
        var key = values.Count == 0 ? row.Digest : row.Digest + "\n" + string.Join('\n', values.Select(v => v.ControlId + "." + v.Name + "=" + v.Value));
        if (last is { } known && known.Key == key) return known.Pack;
        if (past.TryGetValue(key, out var kept) && asOf is not null) return kept;
        var catalogue = folder.Catalogue();
        var pack = catalogue.IsOk ? PackFolder.Open(new PackFile(row.Code + "/pack.yaml", row.Content), catalogue.Value) : catalogue.As<Pack>();
        if (!pack.IsOk) throw new InvalidOperationException("The applied pack cannot be read: " + string.Join(" / ", pack.Refusals));
        var opened = pack.Value;
        if (await PackWitness.MissingAsync(context, row.Digest, opened.Digest.Hex, [.. values.Select(v => v.ControlId + "." + v.Name + "=" + v.Value)], ct) is { } missing)
            throw new InvalidOperationException("The ledger knows nothing of " + missing + ".");
        if (values.Count > 0)
        {
            var merged = new Dictionary<string, string>(opened.Parameters, StringComparer.Ordinal);
            foreach (var value in values) merged[value.ControlId + "." + value.Name] = value.Value;
            // Another value is another input of the judge: the digest says so.
            opened = opened with { Parameters = merged, Digest = Digest.OfText(key) };
        }
        var applied = new AppliedPack(opened, catalogue.Value);
        if (asOf is not null)
        {
            if (past.Count >= MostPast) past.Clear();
            return past[key] = applied;
        }
        last = new Opened(key, applied);
        Show(opened);
        return applied;
    }

    private void Show(Pack pack)
    {
        if (installation is null) return;
        var names = pack.Roles.Where(r => r.Role.Value != "UNMAPPED").GroupBy(r => r.Role.Value, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().LocalName, StringComparer.Ordinal);
        installation.Value = installation.Value with { CityName = pack.City, RoleNames = names };
    }

    private sealed record Applied(string Code, string Content, string Digest);

    /// <summary>A day before the first pack is judged by the first one.</summary>
    private static async Task<Applied?> RowAsync(DocumentsContext context, DateTimeOffset? asOf, CancellationToken ct)
    {
        if (asOf is null) return await context.Packs.AsNoTracking().OrderByDescending(p => p.AppliedAt).Select(p => new Applied(p.Code, p.Content, p.Digest)).FirstOrDefaultAsync(ct);
        var versions = context.PackVersions.AsNoTracking();
        return await versions.Where(p => p.AppliedAt <= asOf).OrderByDescending(p => p.AppliedAt).Select(p => new Applied(p.Code, p.Content, p.Digest)).FirstOrDefaultAsync(ct)
            ?? await versions.OrderBy(p => p.AppliedAt).Select(p => new Applied(p.Code, p.Content, p.Digest)).FirstOrDefaultAsync(ct);
    }
}
