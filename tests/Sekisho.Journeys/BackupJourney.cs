using System.Security.Cryptography;
using Sekisho.Journeys.Support;

namespace Sekisho.Journeys;

/// <summary>The machine is lost: what the backup and the paper in the envelope bring back, and what an auditor with an earlier checkpoint sees.</summary>
[Collection(QuietCity.Name)]
public sealed class BackupJourney(QuietCity city)
{
    [Fact]
    public async Task A_backup_restores_on_another_machine_under_another_user_and_says_from_where_it_continues()
    {
        await using var other = OtherUser.Make();
        var file = Path.Combine(city.Folder, "backup of today");
        var earlier = await CheckpointAsync("earlier");
        (await city.At.VerbAsync("backup", file)).Succeeded().Out.ShouldContain(file + ".keys");
        (await city.At.VerbAsync("restore", "--check", file)).Succeeded();
        await city.ReceiveAsync("after the backup");
        var later = await CheckpointAsync("later");

        (await Superuser.SqlAsync(city.At, "select count(*) from platform.command where result like '%" + System.Text.Encoding.ASCII.GetString(Paper())[..9] + "%'")).ShouldBe("0", "the database must not hold the paper");
        var paper = other.Give("paper", Paper());
        foreach (var part in new[] { file, file + ".keys", earlier, later }) other.Give(Path.GetFileName(part), await File.ReadAllBytesAsync(part));
        file = Path.Combine(other.Folder, Path.GetFileName(file));
        (await other.VerbAsync("restore", file)).ExitCode.ShouldBe(2, "no key was given");
        var restored = (await other.VerbAsync("restore", file, "--recovery-key", paper)).Succeeded().Out;
        restored.ShouldContain("sekisho/demo/1 ");

        var sound = (await other.VerbAsync("ledger", "verify", "--checkpoint", Path.Combine(other.Folder, Path.GetFileName(earlier)))).Succeeded().Out;
        sound.ShouldContain("台帳 sekisho/demo/2.");
        var lost = await other.VerbAsync("ledger", "verify", "--checkpoint", Path.Combine(other.Folder, Path.GetFileName(later)));
        lost.ExitCode.ShouldBe(1, lost.Out);
        lost.Out.ShouldContain("巻き戻されています");
    }

    [Fact]
    public async Task An_auditor_checks_one_record_with_two_files_and_tools_of_others()
    {
        var record = await Superuser.SqlAsync(city.At, "select record_id from platform.leaf where number = 5");
        var (proof, key) = (Path.Combine(city.Folder, "proof"), Path.Combine(city.Folder, "key.pem"));
        await File.WriteAllTextAsync(proof, (await city.At.VerbAsync("ledger", "prove", record)).Succeeded().Out);
        await File.WriteAllTextAsync(key, (await city.At.VerbAsync("ledger", "key")).Succeeded().Out);
        (await Command.SekishoAsync("ledger", "check", proof, "--key", key)).Succeeded().Out.ShouldContain(record);
        await File.WriteAllTextAsync(proof + ".bad", (await File.ReadAllTextAsync(proof)).Replace("index 5", "index 4", StringComparison.Ordinal));
        (await Command.SekishoAsync("ledger", "check", proof + ".bad", "--key", key)).ExitCode.ShouldBe(1);
        (await Command.SekishoAsync("ledger", "check", key, "--key", key)).ExitCode.ShouldBe(2);
        (await city.At.VerbAsync("ledger", "prove", "5")).ExitCode.ShouldBe(2);
        (await city.At.VerbAsync("ledger", "prove", "00000000-0000-0000-0000-000000000000")).ExitCode.ShouldBe(1);
        await ByHandAsync(await File.ReadAllTextAsync(proof), key);
    }

    // As docs/ledger-proof.md tells an auditor to do it: no line of ours but this method, and openssl for the signature.
    private async Task ByHandAsync(string proof, string key)
    {
        var (head, note) = (proof[..proof.IndexOf("\n\n", StringComparison.Ordinal)].Split('\n'), proof[(proof.IndexOf("\n\n", StringComparison.Ordinal) + 2)..]);
        var hash = SHA256.HashData([0, .. Convert.FromBase64String(head[1]["extra ".Length..])]);
        var body = note.Split('\n');
        var (index, last) = (long.Parse(head[2]["index ".Length..], System.Globalization.CultureInfo.InvariantCulture), long.Parse(body[1], System.Globalization.CultureInfo.InvariantCulture) - 1);
        foreach (var sibling in head[3..].Select(Convert.FromBase64String)) // RFC 9162 §2.1.3.2
        {
            if (index % 2 == 1 || index == last)
            {
                hash = SHA256.HashData([1, .. sibling, .. hash]);
                while (index % 2 == 0 && index != 0) (index, last) = (index >> 1, last >> 1);
            }
            else hash = SHA256.HashData([1, .. hash, .. sibling]);
            (index, last) = (index >> 1, last >> 1);
        }
        Convert.ToBase64String(hash).ShouldBe(body[2]);
        var signed = note[..(note.IndexOf("\n\n", StringComparison.Ordinal) + 1)];
        var (text, signature) = (Path.Combine(city.Folder, "note"), Path.Combine(city.Folder, "signature"));
        await File.WriteAllTextAsync(text, signed);
        await File.WriteAllBytesAsync(signature, Convert.FromBase64String(body.First(l => l.StartsWith('—')).Split(' ')[^1])[4..]);
        (await Command.RunAsync("/usr/bin/openssl", ["dgst", "-sha256", "-verify", key, "-signature", signature, text])).Succeeded().Out.ShouldContain("Verified OK");
    }

    private async Task<string> CheckpointAsync(string name)
    {
        var copy = Path.Combine(city.Folder, name + ".checkpoint");
        await File.WriteAllTextAsync(copy, await Superuser.SqlAsync(city.At, "select note from platform.checkpoint order by size desc limit 1") + "\n");
        return copy;
    }

    /// <summary>The recovery key as the first start's screen showed it.</summary>
    private byte[] Paper() => System.Text.Encoding.ASCII.GetBytes(
        city.At.FirstScreen.Split('\n').Single(l => l.Contains("回復鍵  ", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]);
}
