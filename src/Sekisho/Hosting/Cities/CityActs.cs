using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Policy;
using Sekisho.Policy.Documents;
using Sekisho.Policy.Library;
using Sekisho.Policy.Packs;
using Sekisho.Policy.Scope;

namespace Sekisho.Hosting.Cities;

/// <summary>What people did with the documents on one day, in order, each by the command behind the page. The ledger is read up after each, as it is when minutes lie between two of them.</summary>
/// <param name="isEachSeen">The board is looked at after every act, as a city of one's own wants it; the shipped city's is looked at when the day is over.</param>
internal sealed class CityActs(IServiceProvider services, Actor loader, CityFolder city, Organisation.Demo.DemoStep day, bool isEachSeen = true)
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true,
    };
    private readonly CommandRunner commands = services.GetRequiredService<CommandRunner>();

    /// <summary>The acts of the day's file; refused when it is not of this form.</summary>
    internal static Result<IReadOnlyList<CityAct>> Read(string name, string text)
    {
        try
        {
            return JsonSerializer.Deserialize<List<CityAct>>(text, Form) ?? [];
        }
        catch (JsonException e)
        {
            return new Refusal("start.city.acts", $"{name} が読めません(行 {(e.LineNumber ?? 0) + 1})。", "docs/own-demo.md の形に直してください。");
        }
    }

    internal async Task<Result<bool>> RunAsync(CancellationToken ct)
    {
        if (city.Acts(day) is not { } file) return true;
        var acts = Read(file.Path, file.Text);
        if (!acts.IsOk) return acts.As<bool>();
        for (var i = 0; i < acts.Value.Count; i++)
        {
            var done = await OneAsync(Id(i), acts.Value[i], ct);
            if (!done.IsOk) return Result<bool>.Refused([.. done.Refusals.Select(r => r with { WhatHappened = FormattableString.Invariant($"{file.Path} の {i + 1} 番目({acts.Value[i].Act}): ") + r.WhatHappened })]);
            if (isEachSeen) await CityLoader.SealAsync(services, ct);
        }
        if (!isEachSeen) await CityLoader.SealAsync(services, ct);
        return true;
    }

    private async Task<Result<bool>> OneAsync(Guid id, CityAct act, CancellationToken ct)
    {
        if (act.Act == "scope") return Done(await services.GetRequiredService<ConfigureScope>().AgreeAsync(id, loader, ct));
        if (GovernanceActs.Knows(act.Act)) return await new GovernanceActs(services, loader, day.Day).OneAsync(id, act, ct);
        var (above, policy) = (await FindAsync(act.Parent, ct), act.Document is null);
        if (act.Act == "register")
            return above is null ? Unknown(act.Parent) : Done(await new RegisterDocument(act.Kind, act.Document ?? "", above, act.Class != DocumentRow.Public).RunAsync(commands, id, loader, ct));
        if (await FindAsync(act.Document, ct) is not { } document) return Unknown(act.Document);
        var on = act.On ?? day.Day;
        return act.Act switch
        {
            "edition" => await EditionAsync(id, act, new EditionTarget(document, null, policy ? act.On : on, policy ? act.On : on, act.Publish) { IsRevision = act.Revision }, ct),
            "publish" => Done(await new PublishEdition(document, on).RunAsync(commands, services.GetRequiredService<PackLibrary>(), id, loader, ct)),
            "class" => Done(await new Reclassify(document, act.Class != DocumentRow.Public).RunAsync(commands, id, loader, ct)),
            "decide" => Done(await new RecordDecision(document, act.Organ, on, act.Ref).RunAsync(commands, id, loader, ct)),
            "law" => Done(await new CheckLaw(document, act.Name, act.Version).RunAsync(commands, id, loader, ct)),
            "place" => Done(await new RecordPublication(document, act.Place, act.Url, on, act.Reached).RunAsync(commands, id, loader, ct)),
            "distribute" => Done(await new Distribute(document, act.Due ?? on.AddMonths(1)).RunAsync(commands, id, loader, ct)),
            "acknowledge" => Done(await new Acknowledge(document, act.People, act.Method).RunAsync(commands, id, loader, ct)),
            _ => new Refusal("start.city.act", $"「{act.Act}」という行いはありません。", "docs/own-demo.md に在る名を書いてください。"),
        };
    }

    private async Task<Result<bool>> EditionAsync(Guid id, CityAct act, EditionTarget target, CancellationToken ct) => city.File(day, act.File) is { } bytes
        ? Done(await services.GetRequiredService<PolicyImporter>().ImportFileAsync(id, loader, bytes, ct, target))
        : new Refusal("start.city.file", $"その日のフォルダーに「{act.File}」がありません。", "条文のファイルを、その日のフォルダーに置いてください。");

    /// <summary>The document of this title; null for a title nobody registered.</summary>
    private async Task<string?> FindAsync(string? title, CancellationToken ct)
    {
        await using var read = await services.GetRequiredService<Database>().ReadAsync(ct);
        return await read.Context<DocumentsContext>().NamedAsync(title, ct);
    }

    private static Result<bool> Done<T>(Result<T> result) => result.IsOk ? true : result.As<bool>();

    private static Refusal Unknown(string? title) => new("start.city.document", $"「{title}」という文書はありません。", "先に register で登録した題名を書いてください。");

    private Guid Id(int position) => IdSource.Seeded("city-day/" + day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "/act/" + position.ToString(CultureInfo.InvariantCulture)).Next();
}
