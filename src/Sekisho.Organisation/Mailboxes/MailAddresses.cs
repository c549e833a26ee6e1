using Npgsql;
using Sekisho.Platform;
using Sekisho.Platform.Decisions;

namespace Sekisho.Organisation.Mailboxes;

/// <summary>
/// Answers at which addresses the asking person receives mail: the own one and the representative address of the unit one works in today.
/// The answer decides who may read a mail (rule M6); nobody known = refused.
/// </summary>
internal sealed class MailAddresses(Database database) : IDecisionPoint
{
    public string Name => "mail.addresses";

    public async Task<Decision> AnswerAsync(DecisionQuestion question, CancellationToken ct)
    {
        if (question.Actor.PersonId is not { } person) return Decision.Refuse("mail.addresses.nobody");
        await using var read = await database.ReadAsync(ct);
        await using var command = new NpgsqlCommand("""
            select lower(mail) from organisation.person where id = $1 and mail is not null
            union select lower(mail) from organisation.unit where id = $2 and mail is not null
            """, read.Connection)
        {
            Parameters = { new() { Value = person }, new() { Value = question.Actor.UnitId ?? "" } },
        };
        await using var reader = await command.ExecuteReaderAsync(ct);
        var addresses = new List<string>();
        while (await reader.ReadAsync(ct)) addresses.Add(reader.GetString(0));
        return new(true, "mail.addresses.known", new Dictionary<string, string>(StringComparer.Ordinal) { ["addresses"] = string.Join(',', addresses) });
    }
}
