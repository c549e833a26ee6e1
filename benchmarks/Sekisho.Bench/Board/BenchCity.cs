using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Sekisho.Access;
using Sekisho.Access.Accounts;
using Sekisho.Bench.Support;
using Sekisho.Conformity.Packs;
using Sekisho.Kernel;
using Sekisho.Kernel.Facts;
using Sekisho.Kernel.Facts.Gate;
using Sekisho.Kernel.Facts.Organisation;
using Sekisho.Kernel.Facts.Policy;
using Sekisho.Organisation;
using Sekisho.Platform;
using Sekisho.Platform.Keys;
using Sekisho.Platform.Ledger;
using Sekisho.Platform.Registries;
using Sekisho.Platform.Setup;
using Sekisho.Policy;
using Sekisho.Policy.Packs;
using Sekisho.Shell;

namespace Sekisho.Bench.Board;

/// <summary>The web side over a database of its own: a policy of sixty articles whose duties lie on sixty units, a month of mail, and two people.</summary>
internal sealed class BenchCity : IAsyncDisposable
{
    public const int Articles = 60, Units = 60;
    public const string Password = "雨の日は自転車を置いて帰る";
    private const int DutiesEach = 5, Days = 30, MailsADay = 100;
    private readonly WebApplication app;
    private readonly string content;

    private BenchCity(WebApplication app, string content) => (this.app, this.content) = (app, content);

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    public long Facts { get; private set; }

    public static async Task<BenchCity> StartAsync(BenchCluster cluster)
    {
        var options = await cluster.InstallAsync();
        var content = Directory.CreateTempSubdirectory("bp").FullName;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddPlatform(options);
        builder.Services.AddSekishoShell([new OrganisationModule(), new AccessModule(), new PolicyModule()], new InstallationFacts("計測市", "", true, "bench"));
        builder.Services.AddSingleton(new PackFolder(Packs(content)));
        var app = builder.Build();
        await app.Services.GetRequiredService<MigrationRunner>().RunAsync([.. app.Services.GetServices<ModuleSchema>()], default);
        app.UseSekishoShell();
        app.MapSekisho();
        await app.StartAsync();
        var city = new BenchCity(app, content);
        await city.FillAsync();
        return city;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        Directory.Delete(content, recursive: true);
    }

    /// <summary>A pack of this many articles, each with duties on every unit, beside the shared controls.</summary>
    private static string Packs(string root)
    {
        var real = Path.Combine(Results.Repository(), "content");
        var packs = Path.Combine(root, "packs");
        Directory.CreateDirectory(Path.Combine(packs, "BEN"));
        Directory.CreateSymbolicLink(Path.Combine(packs, "_shared"), Path.Combine(real, "packs", "_shared"));
        File.Copy(Path.Combine(real, "facts.pending"), Path.Combine(root, "facts.pending"));
        var catalogue = new PackFolder(Path.Combine(real, "packs")).Catalogue().Value;
        var controls = catalogue.Controls.Where(c => c.TargetKind == TargetKind.Unit && !c.Required.Any(catalogue.PendingFacts.Contains)).Select(c => c.Id).ToList();
        var yaml = new StringBuilder("pack: BEN\ncity: 計測市\ndocument: { title: 計測市の方針, kind: basic_policy }\nobligations:\n");
        for (var article = 1; article <= Articles; article++)
            for (var n = 0; n < DutiesEach; n++)
                yaml.Append(CultureInfo.InvariantCulture, $"  - {{ id: BEN-{article:000}{n}, clause: 第{article}, path: art{article}, sentences: [all], title: 義務{n}, text: {{ ja: 守る, en: Keep }}, strength: must, role: SECT_HEAD, role_state: text, controls: [{controls[(article + n) % controls.Count]}] }}\n");
        File.WriteAllText(Path.Combine(packs, "BEN", "pack.yaml"), yaml.ToString());
        return packs;
    }

    private async Task FillAsync()
    {
        var applied = await app.Services.GetRequiredService<ApplyPack>().RunAsync(IdSource.Random.Next(), Actor.Service("bench"), "BEN", default);
        if (!applied.IsOk) throw new InvalidOperationException(string.Join(" / ", applied.Refusals));
        var since = new DateOnly(2020, 4, 1);
        var units = Enumerable.Range(0, Units).Select(i => "U" + i.ToString(CultureInfo.InvariantCulture)).ToList();
        await RunAsync(async (work, ct) =>
        {
            foreach (var unit in units) await work.PutSubjectAsync(new Subject(TargetRef.Unit(unit), "計測の課 " + unit, "MAYOR", unit, null, null), ct);
            await work.ReplaceRoleHoldersAsync("MAYOR", [new RoleHolder(RoleCode.Ciso, "MAYOR", null, "p-ciso", null, "test", since, null, false), .. units.Select(u => new RoleHolder(RoleCode.SectHead, "MAYOR", u, u == "U7" ? "p-head" : "p-" + u, null, "test", since, null, false))], ct);
            foreach (var unit in units)
            {
                work.Fact(new OrgUnitRecorded(unit, "MAYOR", null, "section", [], since));
                work.Fact(new OrgRoleAppointed("SECT_HEAD", null, "MAYOR", unit, "p-" + unit, "post", "post", null, since));
            }
            work.Fact(new ScopeConfigured("route", "mail", null, "Z_INET", "Z_LGWAN", true, null, "confirmed"));
            foreach (var (person, unit) in new[] { ("p-ciso", "U0"), ("p-head", "U7") }) await work.PutSubjectAsync(new Subject(TargetRef.Person(person), person, "MAYOR", unit, null, null), ct);
        });
        for (var day = 0; day < Days; day++) await RunAsync((work, _) => { Mail(work, day); return Task.CompletedTask; });
        await app.Services.GetRequiredService<Sealer>().SealAsync(default);
        Facts = await app.Services.GetRequiredService<LedgerReader>().SizeAsync();
        foreach (var login in new[] { "ciso", "head" })
            await app.Services.GetRequiredService<AccountService>().CreateAsync(IdSource.Random.Next(), Actor.Service("bench"), new NewAccount(login, login, "p-" + login, false, SecondFactorExempt: true, MustChangePassword: false), Password, default);
    }

    private static void Mail(UnitOfWork work, int day)
    {
        for (var i = 0; i < MailsADay; i++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"M-{day}-{i}");
            IFact[] facts = [new MailAccepted(id, "Z_INET", "Z_LGWAN"), new MailSanitised(id, BodyToText: true, Outcome: "Clean"), new MailReleased(id, "Z_INET", "Z_LGWAN")];
            foreach (var fact in facts) work.Fact(fact);
        }
    }

    private async Task RunAsync(Func<UnitOfWork, CancellationToken, Task> body)
    {
        var done = await app.Services.GetRequiredService<CommandRunner>().RunAsync<bool>(IdSource.Random.Next(), "bench.fill", Actor.Service("bench"), async (work, ct) => { await body(work, ct); return true; }, default);
        if (!done.IsOk) throw new InvalidOperationException(string.Join(" / ", done.Refusals));
    }
}
