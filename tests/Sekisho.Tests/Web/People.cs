using Microsoft.Extensions.DependencyInjection;
using Sekisho.Access;
using Sekisho.Access.Accounts;
using Sekisho.Access.Passwords;
using Sekisho.Kernel;
using Sekisho.Kernel.Facts.Access;
using Sekisho.Platform;
using Sekisho.Platform.Registries;

namespace Sekisho.Tests.Web;

/// <summary>Who calls every route: nobody, one person per role, the same roles in another unit and in another organ.</summary>
internal static class People
{
    private static readonly DateOnly Since = new(2020, 4, 1);

    /// <summary>Name of the column, role, organ, unit (null = the role reaches the organ), whether the account is an administrator's.</summary>
    public static IReadOnlyList<(string Login, string? Role, string Organ, string? Unit, bool Administrator)> All { get; } =
    [
        ("staff", null, "MAYOR", "u1", false),
        ("admin", null, "MAYOR", "u1", true),
        ("sect-operator", "SECT_OPERATOR", "MAYOR", "u1", false),
        ("sect-head", "SECT_HEAD", "MAYOR", "u1", false),
        ("sect-head-other-unit", "SECT_HEAD", "MAYOR", "u2", false),
        ("sect-head-other-organ", "SECT_HEAD", "EDU", "e1", false),
        ("dept-head", "DEPT_HEAD", "MAYOR", "d1", false),
        ("sys-admin", "SYS_ADMIN", "MAYOR", null, false),
        ("sys-owner", "SYS_OWNER", "MAYOR", null, false),
        ("ciso", "CISO", "MAYOR", null, false),
        ("mayor", "MAYOR", "MAYOR", null, false),
        ("auditor", "AUDITOR", "MAYOR", null, false),
        ("committee", "COMMITTEE", "MAYOR", null, false),
        ("csirt", "CSIRT", "MAYOR", null, false),
    ];

    private static string QuickHash { get; } = PasswordHash.Of(WebSite.Password, rounds: 1_000);

    public static async Task AddAsync(IServiceProvider services)
    {
        var commands = services.GetRequiredService<CommandRunner>();
        await commands.RunAsync<bool>(IdSource.Random.Next(), "test.people", Actor.Service("test"), async (work, ct) =>
        {
            foreach (var (unit, organ) in new[] { ("d1", "MAYOR"), ("u1", "MAYOR"), ("u2", "MAYOR"), ("e1", "EDU") })
                await work.PutSubjectAsync(new Subject(TargetRef.Unit(unit), "試験の組織 " + unit, organ, unit, null, null), ct);
            foreach (var person in All)
                await work.PutSubjectAsync(new Subject(TargetRef.Person("p-" + person.Login), "試験 " + person.Login, person.Organ, person.Unit ?? "u1", null, null), ct);
            foreach (var organ in All.GroupBy(p => p.Organ, StringComparer.Ordinal))
                await work.ReplaceRoleHoldersAsync(organ.Key, [.. organ.Where(p => p.Role is not null)
                    .Select(p => new RoleHolder(new RoleCode(p.Role!), p.Organ, p.Unit, "p-" + p.Login, null, "test", Since, null, false))], ct);
            foreach (var person in All) AddAccount(work, person.Login, person.Administrator);
            work.Audit("test.thing.done", new Dictionary<string, object>(StringComparer.Ordinal));
            return true;
        }, CancellationToken.None);
    }

    // As the account service makes them, but with a hash of few rounds: a run signs in some two hundred times, and what the rounds cost is tested elsewhere.
    private static void AddAccount(UnitOfWork work, string login, bool administrator)
    {
        work.Context<AccessContext>().Accounts.Add(new Account
        {
            Id = "ac-" + login, Login = login, Name = "試験 " + login, PersonId = "p-" + login, IsAdministrator = administrator, SecondFactorExempt = true,
            PasswordHash = QuickHash, PasswordSetAt = work.Now, CreatedAt = work.Now,
        });
        work.Fact(new CredentialIssued("ac-" + login, "p-" + login, "password", false, null, work.Now));
    }
}
