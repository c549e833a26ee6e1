namespace Sekisho.Journeys.Support;

/// <summary>What a machine's owner can break or abuse with the database in hand. The ledger is never touched: what it is told is told by the product.</summary>
internal static class Sabotage
{
    private const string Rubbish = "\nnot: [a pack";

    /// <summary>Mails are still taken in, and what came of them cannot be written: they wait.</summary>
    public static Task StopProcessingAsync(Installation at) => Superuser.SqlAsync(at, "revoke insert on gate.mail_finding from sekisho_app");

    /// <summary>No mail can be taken in: a full disk, a missing right.</summary>
    public static Task RefuseMailAsync(Installation at) => Superuser.SqlAsync(at, "revoke insert on gate.mail from sekisho_app");

    public static Task TakeMailAgainAsync(Installation at) => Superuser.SqlAsync(at, "grant insert on gate.mail to sekisho_app");

    /// <summary>Hands the original of a waiting mail to the delivery as if it were the result.</summary>
    public static async Task SendOriginalAsync(Installation at, string recipient)
    {
        var sent = await Superuser.SqlAsync(at, $"""
            with mail as (
                update gate.mail set out_object = original_object, out_sha256 = src_sha256 where '{recipient}' = any(recipients) and state = 'accepted' returning id, recipients),
            delivery as (
                insert into gate.delivery (id, mail_id, route, recipients, state, queued_at) select gen_random_uuid(), id, 'mailbox', recipients, 'queued', now() from mail returning id)
            insert into platform.job (id, kind, args, not_before, created_at)
                select gen_random_uuid(), 'gate.deliver', jsonb_build_object('id', id::text), now(), now() from delivery returning 'sent'
            """);
        sent.ShouldBe("sent");
    }

    /// <summary>The kept original of a delivered mail is deleted from the disk.</summary>
    public static async Task LoseOriginalAsync(Installation at)
    {
        var id = await Superuser.SqlAsync(at, "select original_object from gate.mail where state = 'delivered' order by received_at limit 1");
        var name = id[(id.IndexOf('.', StringComparison.Ordinal) + 1)..];
        var file = Directory.GetFiles(at.Data, name, SearchOption.AllDirectories).ShouldHaveSingleItem();
        File.Delete(file);
    }

    /// <summary>The pack in use becomes one the program cannot read.</summary>
    /// <returns>The digest it had.</returns>
    public static async Task<string> BreakPackAsync(Installation at)
    {
        var digest = await Superuser.SqlAsync(at, "select digest from policy.pack");
        await Superuser.SqlAsync(at, $"update policy.pack set content = content || E'{Rubbish.Replace("\n", "\\n", StringComparison.Ordinal)}', digest = 'broken'");
        return digest;
    }

    public static Task RepairPackAsync(Installation at, string digest) =>
        Superuser.SqlAsync(at, $"update policy.pack set content = replace(content, E'{Rubbish.Replace("\n", "\\n", StringComparison.Ordinal)}', ''), digest = '{digest}'");

    /// <summary>Waits until the judge has told the ledger that it could not judge.</summary>
    public static Task JudgeHasFailedAsync(Installation at, string since) => Patience.UntilAsync(async () => await Superuser.SqlAsync(at, $"""
        select 1 from platform.record where name = 'clause.verdict.computed' and recorded_at >= '{since}' and body -> 'payload' ->> 'base_verdict' = 'failed' limit 1
        """) == "1", "the judge failed", TimeSpan.FromSeconds(90));
}
