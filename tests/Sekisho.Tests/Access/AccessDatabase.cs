using Microsoft.Extensions.DependencyInjection;
using Sekisho.Access;
using Sekisho.Access.Accounts;
using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Platform.Registries;
using Sekisho.Shell;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Access;

/// <summary>A database with the sign-in module's services and two people on the staff list.</summary>
public sealed class AccessDatabase : TestDatabase
{
    public const string Password = "雨の日は自転車を置いて帰る";

    protected override void Configure(IServiceCollection collection)
    {
        collection.AddSingleton(new Installation(new InstallationFacts("試験市", "", true, "test")));
        new AccessModule().Register(collection);
    }

    protected override async Task StartedAsync() => await RunAsync<bool>("test.people", async (work, ct) =>
    {
        foreach (var person in new[] { "p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8", "p9", "p10" })
            await work.PutSubjectAsync(new Subject(new TargetRef(TargetKind.Person, person), person, "MAYOR", "u1", null, null), ct);
        work.Audit("test.thing.done", new Dictionary<string, object>(StringComparer.Ordinal));
        return true;
    });

    internal T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    internal async Task<string> AccountAsync(string login, string? person, bool administrator = false, bool exempt = true, bool mustChange = false)
    {
        var made = await Get<AccountService>().CreateAsync(IdSource.Random.Next(), Actor.Service("test"), new NewAccount(login, "試験 花子", person, administrator, exempt, mustChange), Password, CancellationToken.None);
        return made.Value;
    }
}
