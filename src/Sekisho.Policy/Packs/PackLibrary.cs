using Microsoft.EntityFrameworkCore;
using Sekisho.Conformity.Packs;
using Sekisho.Kernel;
using Sekisho.Platform;

namespace Sekisho.Policy.Packs;

/// <summary>Reads the applied pack from the database, opened once for each text. Thread-safe.</summary>
public sealed class PackLibrary(PackFolder folder)
{
    private volatile Opened? last;
    private sealed record Opened(string Digest, AppliedPack Pack);

    public PackFolder Folder => folder;

    /// <summary>Null before a pack was applied.</summary>
    /// <exception cref="InvalidOperationException">A pack that was accepted cannot be read by this version of the program.</exception>
    public async Task<AppliedPack?> AppliedAsync(ReadScope read, CancellationToken ct) => await OpenAsync(read.Context<DocumentsContext>(), ct);

    /// <inheritdoc cref="AppliedAsync(ReadScope, CancellationToken)"/>
    public async Task<AppliedPack?> AppliedAsync(UnitOfWork work, CancellationToken ct) => await OpenAsync(work.Context<DocumentsContext>(), ct);

    private async Task<AppliedPack?> OpenAsync(DocumentsContext context, CancellationToken ct)
    {
        var row = await context.Packs.AsNoTracking().OrderByDescending(p => p.AppliedAt).FirstOrDefaultAsync(ct);
        if (row is null) return null;
        if (last is { } known && known.Digest == row.Digest) return known.Pack;
        var catalogue = folder.Catalogue();
        var pack = catalogue.IsOk ? PackFolder.Open(new PackFile(row.Code + "/pack.yaml", row.Content), catalogue.Value) : catalogue.As<Pack>();
        if (!pack.IsOk) throw new InvalidOperationException("The applied pack cannot be read: " + string.Join(" / ", pack.Refusals));
        last = new Opened(row.Digest, new AppliedPack(pack.Value, catalogue.Value));
        return last.Pack;
    }
}
