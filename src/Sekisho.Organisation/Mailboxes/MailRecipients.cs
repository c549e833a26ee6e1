using Npgsql;
using Sekisho.Kernel;
using Sekisho.Organisation.Model;
using Sekisho.Platform;
using Sekisho.Platform.Decisions;

namespace Sekisho.Organisation.Mailboxes;

/// <summary>
/// Answers whose an address is today: a person's (not one who left), a unit's, or nobody's. What is addressed to nobody goes to the representative address of the
/// unit that takes it at that domain; where no unit does, it is refused. Details: <c>address</c> it goes to, <c>organ</c>, <c>unit</c>.
/// </summary>
internal sealed class MailRecipients(Database database, TimeProvider time) : IDecisionPoint
{
    public string Name => "mail.recipient";

    public async Task<Decision> AnswerAsync(DecisionQuestion question, CancellationToken ct)
    {
        var address = question.Details.GetValueOrDefault("address", "").ToLowerInvariant();
        await using var read = await database.ReadAsync(ct);
        await using var command = new NpgsqlCommand("""
            select 'person', lower(p.mail), p.organ_code, coalesce(t.unit_id, ''), 0 from organisation.person p
              join organisation.person_state s on s.person_id = p.id and s.state <> $4 and s.valid_from <= $2 and (s.valid_to is null or s.valid_to > $2)
              left join lateral (
                select o.unit_id from organisation.tenure n join organisation.post o on o.code = n.post_code
                where n.person_id = p.id and n.valid_from <= $2 and (n.valid_to is null or n.valid_to > $2) order by n.kind <> $5, n.valid_from desc limit 1) t on true
              where lower(p.mail) = $1
            union all select 'unit', lower(u.mail), u.organ_code, u.id, u.sort from organisation.unit u
              where lower(u.mail) = $1 and u.valid_from <= $2 and (u.valid_to is null or u.valid_to > $2)
            union all select 'unknown', lower(u.mail), u.organ_code, u.id, u.sort from organisation.unit u
              where u.takes_unknown and split_part(lower(u.mail), '@', 2) = $3 and u.valid_from <= $2 and (u.valid_to is null or u.valid_to > $2)
            order by 1, 5 limit 1
            """, read.Connection)
        {
            Parameters =
            {
                new() { Value = address }, new() { Value = JapanTime.Day(time.GetUtcNow()) }, new() { Value = address[(address.LastIndexOf('@') + 1)..] },
                new() { Value = PersonState.Retired }, new() { Value = Tenure.Main },
            },
        };
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct)) return Decision.Refuse("mail.recipient.unknown");
        // "person", "unit", "unknown" in the order of the alphabet are also the order of who goes first.
        return new(true, "mail.recipient." + reader.GetString(0), new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["address"] = reader.GetString(1), ["organ"] = reader.GetString(2), ["unit"] = reader.GetString(3),
        });
    }
}
