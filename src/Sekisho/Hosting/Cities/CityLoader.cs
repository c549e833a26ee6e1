using System.Text;
using Sekisho.Conformity.Packs;
using Sekisho.Kernel;
using Sekisho.Organisation.Roles;
using Sekisho.Organisation.Store;
using Sekisho.Platform;
using Sekisho.Platform.Duties;
using Sekisho.Platform.Ledger;
using Sekisho.Platform.Setup;
using Sekisho.Policy.Documents;
using Sekisho.Policy.Packs;
using Sekisho.Policy.Scope;
using Sekisho.Shell;

namespace Sekisho.Hosting.Cities;

/// <summary>
/// Loads a city at first start through the commands anybody uses, one after the other with ids that are the same every time: an interrupted load goes on
/// where it stopped. The demonstration's clock is moved day by day over its year.
/// </summary>
internal sealed class CityLoader(IServiceProvider services, SimulatedClock clock, DataFolder folder)
{
    private const string DemoPack = "SKS", DemoFolder = "sekisho";
    private static readonly Actor Loader = Actor.Service("demo");
    /// <summary>The vice-mayor of the demonstration city, 最高情報セキュリティ責任者.</summary>
    private const string Head = "s00002";
    private static readonly DateOnly DocumentsDay = new(2026, 4, 2);
    private static readonly TimeSpan Morning = TimeSpan.FromHours(9);
    private const int Step = 14;

    /// <summary>A demonstration city with its days: the shipped one, or the one in <paramref name="own"/>.</summary>
    internal async Task<Result<bool>> DemoAsync(CityFolder? own, DateTimeOffset now, IProgress<string> progress, CancellationToken ct)
    {
        var today = JapanTime.Day(now);
        var city = own ?? new CityFolder(Path.Combine(AppContext.BaseDirectory, "content", "demo", DemoFolder));
        var steps = city.Days(today);
        if (steps.Count == 0) return new Refusal("start.clock", "この機械の時計が見本の市の始まりより前を指しています。", "時計を合わせてから、もう一度実行してください。");
        foreach (var step in steps)
        {
            clock.MoveTo(JapanTime.StartOf(step.Day) + Morning);
            progress.Report(step.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            var isActsOnly = own is null && step.Files.Count == 0;
            var done = isActsOnly ? true : await new CityDay(services, Loader).LiveAsync(own, step, ct);
            if (!done.IsOk) return done;
            if (own is null && step == steps[0] && await PolicyAsync(ct) is { IsOk: false } refused) return refused;
            if (own is null && step.Day == DocumentsDay && await DocumentsAsync(step.Day, ct) is { IsOk: false } wrong) return wrong;
            await SealAsync(services, ct);
            if (own is null && city.Acts(step) is not null && await new CityActs(services, Loader, city, step, isEachSeen: false).RunAsync(ct) is { IsOk: false } undone) return undone;
            if (own is not null) continue;
            var until = steps.SkipWhile(s => s.Day <= step.Day).FirstOrDefault()?.Day ?? today;
            for (var day = step.Day.AddDays(Step); day < until; day = day.AddDays(Step))
                if (await FortnightAsync(day, ct) is { IsOk: false } stopped) return stopped;
        }
        clock.MoveTo(now);
        await services.GetRequiredService<DutyEngine>().RunAsync(ct);
        var accounts = await DemoAccounts.EnsureAsync(services, folder, today, ct);
        if (!accounts.IsOk) return accounts.As<bool>();
        await SealAsync(services, ct);
        return true;
    }

    /// <summary>What a fortnight brings: tasks fall due, and people do them or not.</summary>
    private async Task<Result<bool>> FortnightAsync(DateOnly day, CancellationToken ct)
    {
        clock.MoveTo(JapanTime.StartOf(day) + Morning);
        await services.GetRequiredService<DutyEngine>().RunAsync(ct);
        var done = await new DemoDuties(services).ActAsync(day, ct);
        if (!done.IsOk) return done.As<bool>();
        await SealAsync(services, ct);
        return true;
    }

    /// <summary>A real city: its pack's roles, obligations and scope as proposals. People and text come later, from the city itself.</summary>
    internal async Task<Result<bool>> PackAsync(string code, CancellationToken ct)
    {
        var applied = await ApplyAsync(code, ct);
        return applied.IsOk ? true : applied.As<bool>();
    }

    /// <summary>The documents below the policy come with the new year's people: sent to everybody on the day, confirmed over the following weeks.</summary>
    private async Task<Result<bool>> DocumentsAsync(DateOnly day, CancellationToken ct)
    {
        var documents = new DemoDocuments(services, Loader);
        var made = await documents.RegisterAsync(DemoPack, day, ct);
        if (!made.IsOk) return made;
        var sent = await documents.SendAsync(day, ct);
        for (var week = 0; sent.IsOk && week < DemoDocuments.Weeks; week++)
        {
            clock.MoveTo(JapanTime.StartOf(day.AddDays(4 + (7 * week))) + Morning);
            sent = await documents.ConfirmAsync(week, ct);
        }
        return sent;
    }

    private async Task<Result<bool>> PolicyAsync(CancellationToken ct)
    {
        var pack = await ApplyAsync(DemoPack, ct);
        if (!pack.IsOk) return pack.As<bool>();
        var text = services.GetRequiredService<PackFolder>().ShippedText(pack.Value);
        if (text is null) return new Refusal("start.content", "見本の市の条文がプログラムに入っていません。", "プログラムを入れ直してください。");
        var edition = await services.GetRequiredService<PolicyImporter>().ImportTextAsync(Id("text"), Loader, Encoding.UTF8.GetString(text), "utf-8", ct);
        if (!edition.IsOk) return edition.As<bool>();
        // The demonstration's persons agreed with every entry of their pack.
        var scope = await services.GetRequiredService<ConfigureScope>().AgreeAsync(Id("scope"), Loader, ct);
        if (!scope.IsOk) return scope.As<bool>();
        var contact = await new SetContactLine("情報推進課 内線 2310", 0).RunAsync(services.GetRequiredService<CommandRunner>(), Id("contact"), Loader, ct);
        if (!contact.IsOk) return contact.As<bool>();
        // What the text lays on nobody falls to the roles it names: their head said so (役割の初期設定).
        var head = new Actor(ActorKind.Person, Head, Head, null, null, new HashSet<string>([RoleCode.Ciso.Value], StringComparer.Ordinal));
        foreach (var role in pack.Value.Roles.Where(r => r.Role != RoleCode.Unmapped))
        {
            var confirmed = await new ConfirmRole(role.LocalName, role.Role.Value, null, 1).RunAsync(services.GetRequiredService<RosterCommands>(), Id("role/" + role.LocalName), head, ct);
            if (!confirmed.IsOk) return confirmed.As<bool>();
        }
        return true;
    }

    private async Task<Result<Pack>> ApplyAsync(string code, CancellationToken ct)
    {
        var packs = services.GetRequiredService<PackFolder>();
        var catalogue = packs.Catalogue();
        var file = packs.Content(code);
        if (!catalogue.IsOk || !file.IsOk) return catalogue.IsOk ? file.As<Pack>() : catalogue.As<Pack>();
        var pack = PackFolder.Open(file.Value, catalogue.Value);
        if (!pack.IsOk) return pack;
        var applied = await services.GetRequiredService<ApplyPack>().RunAsync(Id("pack/" + code), Loader, code, ct);
        if (!applied.IsOk) return applied.As<Pack>();
        var roles = await ProposeAsync(services, Id("roles/" + code), Loader, pack.Value, ct);
        return roles.IsOk ? pack : roles.As<Pack>();
    }

    /// <summary>Hands the role names of a pack to the organisation.</summary>
    internal static Task<Result<int>> ProposeAsync(IServiceProvider services, Guid commandId, Actor actor, Pack pack, CancellationToken ct) =>
        new ProposeRoles([.. pack.Roles.Select(Proposed)]).RunAsync(services.GetRequiredService<RosterCommands>(), commandId, actor, ct);

    private static ProposedRole Proposed(RoleBinding role) => new(role.Role.Value, role.LocalName, role.Path ?? "", role.Role == RoleCode.Unmapped ? "unmapped"
        : role.State == RoleState.Text ? "text" : "proposal", role.Suggest?.Value ?? "");

    /// <summary>What the running program does a few times a second: records get their numbers and the readers of the ledger go on.</summary>
    internal static async Task SealAsync(IServiceProvider services, CancellationToken ct)
    {
        await services.GetRequiredService<Sealer>().SealAsync(ct);
        await services.GetRequiredService<ConsumerHost>().CatchUpAsync(ct);
    }

    private static Guid Id(string what) => IdSource.Seeded("city-load/" + what).Next();
}
