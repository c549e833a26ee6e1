using System.Text;
using Microsoft.EntityFrameworkCore;
using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Policy;
using Sekisho.Policy.Documents;
using Sekisho.Policy.Library;
using Sekisho.Policy.Packs;

namespace Sekisho.Hosting.Cities;

/// <summary>
/// The demonstration city's documents below its policy, sent to everybody; most people have confirmed them since, some have not.
/// The same commands as on the pages; ids are the same every time, so an interrupted load goes on.
/// </summary>
internal sealed class DemoDocuments(IServiceProvider services, Actor loader)
{
    private const int DaysToConfirm = 30;
    /// <summary>One person in this many has not confirmed yet.</summary>
    private const int Open = 97;
    private readonly CommandRunner commands = services.GetRequiredService<CommandRunner>();

    /// <summary>Registers and imports the documents of the pack's folder; the file's number decides the order, its name the kind.</summary>
    public async Task<Result<bool>> RegisterAsync(string packCode, DateOnly day, CancellationToken ct)
    {
        var parent = AppliedPack.DocumentIdOf(packCode);
        foreach (var file in services.GetRequiredService<PackFolder>().Documents(packCode))
        {
            var text = Encoding.UTF8.GetString(file.Content);
            var title = text[..text.IndexOf('\n', StringComparison.Ordinal)].Trim();
            var made = await new RegisterDocument(file.Kind, title, parent, IsClosed: true).RunAsync(commands, Id("register/" + file.Name), loader, ct);
            if (!made.IsOk) return made.As<bool>();
            var edition = await services.GetRequiredService<PolicyImporter>().ImportTextAsync(Id("import/" + file.Name), loader, text, "utf-8", ct, new EditionTarget(made.Value, null, day, day));
            if (!edition.IsOk) return edition.As<bool>();
            if (file.Kind == "standard") parent = made.Value;
        }
        return true;
    }

    /// <summary>Sends every document with a text to everybody who works on that day.</summary>
    public async Task<Result<bool>> SendAsync(DateOnly day, CancellationToken ct)
    {
        foreach (var id in await DocumentsAsync(ct))
        {
            var sent = await new Distribute(id, day.AddDays(DaysToConfirm)).RunAsync(commands, Id("send/" + id), loader, ct);
            if (!sent.IsOk) return sent.As<bool>();
        }
        return true;
    }

    /// <summary>Weeks in which people confirm, each in one of them.</summary>
    public const int Weeks = 4;

    /// <summary>The units of one week hand their lists of confirmations in.</summary>
    public async Task<Result<bool>> ConfirmAsync(int week, CancellationToken ct)
    {
        await using var read = await services.GetRequiredService<Database>().ReadAsync(ct);
        foreach (var unit in (await read.Context<DocumentsContext>().AskedAsync(ct)).GroupBy(a => (a.DocumentId, a.UnitId)))
        {
            var people = unit.Select(a => a.PersonId).Where(p => Digest.OfText(p).ToBytes()[0] % Open != 0).ToList();
            if (people.Count == 0 || Digest.OfText(unit.Key.UnitId).ToBytes()[1] % Weeks != week) continue;
            var done = await new Acknowledge(unit.Key.DocumentId, people, RecipientRow.List).RunAsync(commands, Id("confirm/" + unit.Key), loader, ct);
            if (!done.IsOk) return done.As<bool>();
        }
        return true;
    }

    private async Task<List<string>> DocumentsAsync(CancellationToken ct)
    {
        await using var read = await services.GetRequiredService<Database>().ReadAsync(ct);
        return await read.Context<DocumentsContext>().EditionsInForce().Select(e => e.DocumentId).OrderBy(d => d).ToListAsync(ct);
    }

    private static Guid Id(string what) => IdSource.Seeded("city-load/documents/" + what).Next();
}
