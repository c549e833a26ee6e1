using System.Security.Cryptography;
using System.Text.Json;
using Sekisho.Access.Accounts;
using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Platform.Registries;

namespace Sekisho.Hosting.Cities;

/// <summary>
/// One account for each kind of person, so that every first screen can be seen; head and operator are those of the staff member's unit, so that a request
/// finds its approver. Their passwords are kept beside the keys and printed at every start: the demonstration is for trying, and its ledger says so.
/// </summary>
internal static class DemoAccounts
{
    private const string PasswordLetters = "abcdefghijkmnpqrstuvwxyz23456789";
    private const string Organ = "MAYOR";
    // The rarest role first: who holds it may hold a common one as well.
    private static readonly (string Role, string Word)[] Wanted =
    [
        ("MAYOR", "市長"), ("CISO", "最高情報セキュリティ責任者"), ("SYS_ADMIN", "情報推進課(情報システム管理者)"), ("AUDITOR", "監査担当"),
        ("DEPT_HEAD", "部長"), ("SECT_HEAD", "課長"), ("SECT_OPERATOR", "課の担当者"),
    ];

    internal static string FileOf(DataFolder folder) => Path.Combine(folder.Keys, "demo-accounts.json");

    internal static IReadOnlyList<DemoAccount> Read(DataFolder folder) =>
        File.Exists(FileOf(folder)) ? JsonSerializer.Deserialize<List<DemoAccount>>(File.ReadAllBytes(FileOf(folder))) ?? [] : [];

    /// <summary>Makes the accounts that are missing, by the command anybody uses.</summary>
    internal static async Task<Result<int>> EnsureAsync(IServiceProvider services, DataFolder folder, DateOnly today, CancellationToken ct)
    {
        var accounts = Read(folder);
        if (accounts.Count == 0) accounts = Write(folder, await ChooseAsync(services.GetRequiredService<Database>(), today, ct));
        var service = services.GetRequiredService<AccountService>();
        foreach (var a in accounts)
        {
            var wanted = new NewAccount(a.Login, a.Name, a.PersonId, IsAdministrator: a.PersonId is null, SecondFactorExempt: true, MustChangePassword: false);
            var made = await service.CreateAsync(IdSource.Seeded("demo-account/" + a.Login).Next(), Actor.Service("demo"), wanted, a.Password, ct);
            if (!made.IsOk) return made.As<int>();
        }
        return accounts.Count;
    }

    private static async Task<List<DemoAccount>> ChooseAsync(Database database, DateOnly today, CancellationToken ct)
    {
        await using var read = await database.ReadAsync(ct);
        var persons = (await read.SubjectsAsync(TargetKind.Person, ct: ct)).ToDictionary(s => s.Target.Id, StringComparer.Ordinal);
        var holders = await read.RoleHoldersAsync(today, ct: ct);
        var holding = holders.Select(h => h.PersonId).ToHashSet(StringComparer.Ordinal);
        var chosen = new List<DemoAccount>();
        var staff = persons.Values.Where(p => p.OrganCode == Organ && p.UnitId is not null && !holding.Contains(p.Target.Id)).MinBy(p => p.Target.Id, StringComparer.Ordinal);
        if (staff is not null) chosen.Add(Account(staff, "職員"));
        foreach (var (role, word) in Wanted)
        {
            var holder = holders.Where(h => h.Role.Value == role && persons.ContainsKey(h.PersonId) && chosen.TrueForAll(c => c.PersonId != h.PersonId))
                .OrderBy(h => h.UnitId is { } unit && unit == staff?.UnitId ? 0 : h.OrganCode == Organ ? 1 : 2).ThenBy(h => h.PersonId, StringComparer.Ordinal).FirstOrDefault();
            if (holder is not null) chosen.Add(Account(persons[holder.PersonId], word));
        }
        chosen.Add(new DemoAccount("admin", Password(), "管理者", "見本の管理者", null));
        return chosen;
    }

    private static DemoAccount Account(Subject person, string word) => new(person.Target.Id, Password(), word, person.Label, person.Target.Id);

    private static List<DemoAccount> Write(DataFolder folder, List<DemoAccount> accounts)
    {
        var mode = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite };
        using var file = new FileStream(FileOf(folder), mode);
        JsonSerializer.Serialize(file, accounts);
        return accounts;
    }

    /// <summary>Four groups of four letters, 80 bits.</summary>
    private static string Password() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(PasswordLetters, 4)));
}
