using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Sekisho.Gate;
using Sekisho.Gate.Model;
using Sekisho.Gate.Processing;
using Sekisho.Gate.Release;
using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Web;

/// <summary>
/// The matrix of <see cref="RouteMatrixTests"/> with things that exist: a mail of one unit and one of another organ, and an approval between two people of the first.
/// Whoever stands outside gets the answer of a thing that does not exist, for reading and for acting.
/// </summary>
public sealed class WallTests(WebSite site) : IClassFixture<WebSite>
{
    private const string Own = "M-OWNUNITOWNUNIT2", Foreign = "M-FRGNRGNFRGNRGN2", Asked = "M-ASKEDASKEDASKED2";

    private static string ApprovedFile => Path.Combine(SharedFiles.RepositoryRoot, "tests", "Sekisho.Tests", "approved", "walls.tsv");

    [Fact]
    public async Task Every_thing_answers_every_role_as_approved()
    {
        var approval = await SeedAsync();
        var lines = new List<string> { "method\tthing\t" + string.Join('\t', People.All.Select(p => p.Login)) };
        foreach (var (thing, path) in new[] { ("mail of unit u1", "/mail/" + Own), ("mail of organ EDU", "/mail/" + Foreign), ("approval of u1", "/approvals/" + approval) })
        {
            lines.Add("GET\t" + thing + "\t" + await EachAsync(async b => await b.GetAsync(path)));
            lines.Add("POST\t" + thing + "\t" + await EachAsync(async b => await PostAsync(b, path)));
        }
        lines.Add("LIST\tmails\t" + await EachAsync(async b => (await b.GetAsync("/mail")).Body, body => (body.Contains(Own, StringComparison.Ordinal) ? "u1" : "") + (body.Contains(Foreign, StringComparison.Ordinal) ? "EDU" : "")));
        var text = string.Join('\n', lines) + "\n";
        var actual = Path.Combine(AppContext.BaseDirectory, "walls.actual.tsv");
        await File.WriteAllTextAsync(actual, text);
        text.ShouldBe(await File.ReadAllTextAsync(ApprovedFile), "the answers are in " + actual);
    }

    private async Task<string> EachAsync(Func<Browser, Task<Answer>> ask) => await EachAsync(ask, a => a.Status.ToString(CultureInfo.InvariantCulture));

    private async Task<string> EachAsync<T>(Func<Browser, Task<T>> ask, Func<T, string> tell)
    {
        var cells = new List<string>();
        foreach (var person in People.All) cells.Add(tell(await ask(await site.SignedInAsync(person.Login))) is { Length: > 0 } said ? said : "—");
        return string.Join('\t', cells);
    }

    // Somebody outside has no form of the thing, but a token of their own and the names of its fields. Nothing is filled in, so that nobody changes anything.
    private static async Task<Answer> PostAsync(Browser browser, string path)
    {
        var fields = Browser.Fields((await browser.GetAsync("/signout")).Body, "signout").Where(f => f.Key != "_handler")
            .Append(KeyValuePair.Create("_handler", path.StartsWith("/mail", StringComparison.Ordinal) ? "release" : "decide"))
            .Append(KeyValuePair.Create("act", "")).Append(KeyValuePair.Create("reason", ""));
        return await browser.SendAsync(HttpMethod.Post, path, fields);
    }

    private async Task<Guid> SeedAsync()
    {
        await site.Database.SqlAsync("""
            insert into organisation.organ (code, name, sort, valid_from) values ('MAYOR', '市長部局', 1, '2019-04-01') on conflict do nothing;
            insert into organisation.person (id, name, kana, person_class, organ_code, mail, search_text)
            values ('p-staff', '試験 職員', 'シケン', 'regular', 'MAYOR', 'staff@city.sekisho.example', '') on conflict do nothing
            """);
        var services = site.App.Services;
        var put = await services.GetRequiredService<CommandRunner>().RunAsync<bool>(IdSource.Random.Next(), "test.mail", Actor.Service("test"), (work, _) =>
        {
            work.Context<GateContext>().AddRange(Held(Own, "staff@city.sekisho.example", "MAYOR", "u1", work.Now), Held(Asked, "staff@city.sekisho.example", "MAYOR", "u1", work.Now),
                Held(Foreign, "school@city.sekisho.example", "EDU", "e1", work.Now));
            work.Audit("test.thing.done", new Dictionary<string, object>(StringComparer.Ordinal));
            return Task.FromResult<Result<bool>>(true);
        }, CancellationToken.None);
        put.IsOk.ShouldBeTrue();
        var staff = new Actor(ActorKind.Person, "試験", "p-staff", "MAYOR", "u1", new HashSet<string>(StringComparer.Ordinal));
        var asked = await services.GetRequiredService<RequestRelease>().RunAsync(IdSource.Random.Next(), staff, Asked, "電話で確かめました。", CancellationToken.None);
        return asked.Value;
    }

    private static Mail Held(string id, string recipient, string organ, string unit, DateTimeOffset at) => new()
    {
        Id = id, OrganCode = organ, State = MailState.Held, ReceivedAt = at, Peer = "192.0.2.1", Helo = "peer", Tls = false, Sender = "a@example.org", Recipients = [recipient],
        Organs = [organ], Units = [unit], Subject = "件名 " + id, Size = 1, SrcZone = "Z_INET", DstZone = "Z_LGWAN", SrcSha256 = new string('0', 64), OriginalObject = "none",
        RetainUntil = new(2030, 4, 1), OutObject = "none", OutSha256 = new string('0', 64), HoldStage = GateRefusals.PartHeld.Stage, HoldReason = GateRefusals.PartHeld.WhatHappened,
        HoldAdvice = GateRefusals.PartHeld.WhatToDo,
    };
}
