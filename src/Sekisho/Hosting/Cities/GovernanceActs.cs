using System.Globalization;
using Sekisho.Kernel;
using Sekisho.Organisation.Structure;
using Sekisho.Platform;
using Sekisho.Platform.Approvals;
using Sekisho.Platform.Registries;
using Sekisho.Policy;
using Sekisho.Policy.Committee;
using Sekisho.Policy.Exceptions;
using Sekisho.Policy.Packs;
using Sekisho.Policy.Reviews;

namespace Sekisho.Hosting.Cities;

/// <summary>Acts of a city's past about who decides: exceptions with their approvals, meetings of the committee, reviews of the policy, the published structure. Each by the command behind the page.</summary>
internal sealed class GovernanceActs(IServiceProvider services, Actor loader, DateOnly day)
{
    private readonly CommandRunner commands = services.GetRequiredService<CommandRunner>();
    private readonly Database database = services.GetRequiredService<Database>();
    private PackLibrary Packs => services.GetRequiredService<PackLibrary>();

    public static bool Knows(string act) => act is "exception" or "approve" or "end" or "meeting" or "review" or "analyse" or "conclude" or "compare" or "structure";

    public async Task<Result<bool>> OneAsync(Guid id, CityAct act, CancellationToken ct) => act.Act switch
    {
        "exception" => await RequestAsync(id, act, ct),
        "approve" => await ApproveAsync(act, ct),
        "end" => await EndAsync(id, act, ct),
        "meeting" => await MeetAsync(act, ct),
        "review" => Done(await new OpenReview(act.Kind, act.Title, act.On ?? day, act.Until ?? day.AddDays(OpenReview.UsualDays)).RunAsync(commands, Packs, id, await ActorAsync(act, ct), ct)),
        "analyse" => await ReviewAsync(act, async r => Done(await new AnalyseRevision(r.Id, ["error"], 2, 2, act.Reason).RunAsync(commands, id, await ActorAsync(act, ct), ct)), ct),
        "conclude" => await ReviewAsync(act, async r => Done(await new ConcludeReview(r.Id, r.RowVersion, act.Outcome, act.Reason).RunAsync(commands, id, await ActorAsync(act, ct), ct)), ct),
        "compare" => await CompareAsync(id, act, ct),
        _ => Done(await services.GetRequiredService<PublishStructure>().RunAsync(id, loader, ct)),
    };

    private async Task<Result<bool>> RequestAsync(Guid id, CityAct act, CancellationToken ct)
    {
        var before = act.Renews is { } title ? (await ExceptionAsync(title, ct))?.Id : null;
        var draft = new ExceptionDraft(act.Kind.Length > 0 ? act.Kind : ExceptionRow.Plain, act.Title, act.Obligations, act.Targets, act.Class == "closed" ? "technical" : act.Class, act.Reason, act.Instead, act.Measures, act.On ?? day, act.Until, before);
        return Done(await services.GetRequiredService<RequestException>().RunAsync(id, await ActorAsync(act, ct), draft, ct));
    }

    /// <summary>Everybody asked agrees, one step after the other; or, with the outcome reject, the first says no.</summary>
    private async Task<Result<bool>> ApproveAsync(CityAct act, CancellationToken ct)
    {
        for (var turn = 0; await NextAsync(act.Title, ct) is { } next; turn++)
        {
            var actor = await ActorAsync(act with { Person = next.Person }, ct);
            var command = new ApprovalCommand(act.Outcome == "reject" ? ApprovalAct.Reject : ApprovalAct.Agree, next.Person);
            var done = await commands.RunAsync(Id("approve", act.Title, turn), "approval.act", actor,
                (work, inner) => services.GetRequiredService<ApprovalEngine>().ActAsync(work, next.Approval, next.Version, command, act.Reason.Length > 0 ? act.Reason : null, inner), ct);
            if (!done.IsOk) return done.As<bool>();
        }
        return true;
    }

    private async Task<(Guid Approval, int Version, string Person)?> NextAsync(string title, CancellationToken ct)
    {
        await using var read = await database.ReadAsync(ct);
        await using var command = new Npgsql.NpgsqlCommand("""
            select a.id, a.row_version, s.person_id from platform.approval a join platform.approval_seat s on s.approval_id = a.id and s.step = a.current_step
            where a.state = 'open' and s.agreed_at is null and right(a.title, length($1)) = $1 order by a.created_at, s.person_id limit 1
            """, read.Connection) { Parameters = { new() { Value = title } } };
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? (reader.GetGuid(0), reader.GetInt32(1), reader.GetString(2)) : null;
    }

    private async Task<Result<bool>> EndAsync(Guid id, CityAct act, CancellationToken ct) => await ExceptionAsync(act.Title, ct) is { } row
        ? Done(await new EndException(row.Id, row.RowVersion).RunAsync(commands, id, await ActorAsync(act, ct), ct)) : Unknown(act.Title);

    /// <summary>Every article is met but those of the agenda, which are done otherwise when the act says how.</summary>
    private async Task<Result<bool>> CompareAsync(Guid id, CityAct act, CancellationToken ct)
    {
        if (await ExceptionAsync(act.Title, ct) is not { } row) return Unknown(act.Title);
        await using var read = await database.ReadAsync(ct);
        var articles = CompareSystem.Of((await Packs.AppliedAsync(read, ct))!);
        var command = new CompareSystem(row.Id, act.Name, articles.ToDictionary(a => a, a => act.Agenda.Contains(a, StringComparer.Ordinal) ? CompareSystem.Unmet : CompareSystem.Met, StringComparer.Ordinal),
            act.Agenda.ToDictionary(a => a, _ => act.Instead, StringComparer.Ordinal), act.Until ?? day.AddMonths(6));
        return Done(await command.RunAsync(commands, Packs, id, await ActorAsync(act, ct), ct));
    }

    /// <summary>Convened, opened, every proposal voted on and closed, all on the day. Members with an interest stand back; the others who came are for it unless they are named as against.</summary>
    private async Task<Result<bool>> MeetAsync(CityAct act, CancellationToken ct)
    {
        var actor = await ActorAsync(act, ct);
        var made = await new ConveneMeeting(MeetingRow.Met, day, "10時から", act.Place.Length > 0 ? act.Place : "庁議室", "").RunAsync(commands, Id("convene", act.Title, 0), actor, ct);
        if (!made.IsOk) return made.As<bool>();
        for (var i = 0; i < act.Agenda.Count; i++)
        {
            var subject = await SubjectAsync(act.Agenda[i], ct);
            if (subject is null) return Unknown(act.Agenda[i]);
            var added = await new AddAgendaItem(made.Value, AgendaItemRow.Proposal, subject, act.Agenda[i], "").RunAsync(commands, Id("agenda", act.Title, i), actor, ct);
            if (!added.IsOk) return added.As<bool>();
        }
        var reader = services.GetRequiredService<CommitteeReader>();
        var view = (await reader.FindAsync(made.Value, ct))!;
        var there = view.Members.Where(m => act.Present.Count == 0 || act.Present.Contains(m.PersonId, StringComparer.Ordinal)).Select(m => m.PersonId).ToList();
        var opened = await new OpenMeeting(made.Value, view.Row.RowVersion, view.Members.ToDictionary(m => m.PersonId, m => there.Contains(m.PersonId, StringComparer.Ordinal) ? MemberRow.Present : MemberRow.Absent, StringComparer.Ordinal),
            new Dictionary<string, string>(StringComparer.Ordinal), there.Contains(view.Row.ChairId, StringComparer.Ordinal) ? view.Row.ChairId : there.FirstOrDefault() ?? "").RunAsync(commands, Id("open", act.Title, 0), actor, ct);
        if (!opened.IsOk) return opened.As<bool>();
        for (var i = 0; i < view.Items.Count; i++)
            if (await VoteAsync(act, view, view.Items[i], there, actor, i, ct) is { IsOk: false } refused) return refused;
        var version = (await reader.FindAsync(made.Value, ct))!.Row.RowVersion;
        return Done(await new CloseMeeting(made.Value, version).RunAsync(commands, Id("close", act.Title, 0), actor, ct));
    }

    private async Task<Result<bool>> VoteAsync(CityAct act, MeetingView view, AgendaItemRow item, List<string> there, Actor actor, int at, CancellationToken ct)
    {
        var votes = there.ToDictionary(p => p, p => view.Barred[item.Id].Contains(p) ? VoteRow.Excluded : act.Against.Contains(p, StringComparer.Ordinal) ? VoteRow.Against : VoteRow.For, StringComparer.Ordinal);
        return Done(await new DecideItem(item.Id, item.RowVersion, votes, new Dictionary<string, string>(StringComparer.Ordinal), act.Reason).RunAsync(commands, Packs, Id("vote", act.Title, at), actor, ct));
    }

    /// <summary>What a line of the agenda names, as the page's list has it; empty for a title of its own, null for an exception nobody asked for.</summary>
    private async Task<string?> SubjectAsync(string line, CancellationToken ct)
    {
        await using var read = await database.ReadAsync(ct);
        if (line == AgendaItemRow.OfEdition && await Packs.AppliedAsync(read, ct) is { } applied)
            return await read.Context<DocumentsContext>().NextAsync(applied.DocumentId, ct) is { } edition ? AgendaItemRow.OfEdition + ":" + edition.Id.ToString("D", CultureInfo.InvariantCulture) : null;
        const string Prefix = AgendaItemRow.OfException + ":";
        if (!line.StartsWith(Prefix, StringComparison.Ordinal)) return "";
        return await ExceptionAsync(line[Prefix.Length..], ct) is { } row ? Prefix + row.Id.ToString("D", CultureInfo.InvariantCulture) : null;
    }

    private async Task<Result<bool>> ReviewAsync(CityAct act, Func<ReviewRow, Task<Result<bool>>> then, CancellationToken ct)
    {
        ReviewRow? row;
        await using (var read = await database.ReadAsync(ct))
            row = await read.Context<DocumentsContext>().ReviewNamedAsync(act.Title, ct);
        return row is null ? Unknown(act.Title) : await then(row);
    }

    private async Task<ExceptionRow?> ExceptionAsync(string title, CancellationToken ct)
    {
        await using var read = await database.ReadAsync(ct);
        return await read.Context<DocumentsContext>().ExceptionNamedAsync(title, ct);
    }

    /// <summary>The person of the act with the organ and unit the registry has; else whoever keeps the city.</summary>
    private async Task<Actor> ActorAsync(CityAct act, CancellationToken ct)
    {
        if (act.Person is not { } person) return loader;
        await using var read = await database.ReadAsync(ct);
        var subject = (await read.SubjectsAsync(TargetKind.Person, id: person, ct: ct)).FirstOrDefault();
        return new Actor(ActorKind.Person, person, person, subject?.OrganCode, subject?.UnitId, new HashSet<string>(StringComparer.Ordinal));
    }

    private static Result<bool> Done<T>(Result<T> result) => result.IsOk ? true : result.As<bool>();

    private static Refusal Unknown(string title) => new("start.city.subject", $"「{title}」という件はありません。", "先に行った件の名を書いてください。");

    private Guid Id(string what, string title, int at) => IdSource.Seeded("city-day/" + day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "/" + what + "/" + title + "/" + at.ToString(CultureInfo.InvariantCulture)).Next();
}
