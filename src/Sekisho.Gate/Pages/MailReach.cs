using Sekisho.Platform.Decisions;
using Sekisho.Shell.Routing;

namespace Sekisho.Gate.Pages;

/// <summary>Whose mail a person sees (M4, M6): content only of mail to one's own addresses; envelopes also of the organs whose gateway one looks after.</summary>
/// <param name="Organs">Organs reached by a role; "*" for all.</param>
/// <param name="Addresses">Addresses the person receives at, lower case.</param>
internal sealed record MailReach(IReadOnlyList<string> Organs, IReadOnlyList<string> Addresses)
{
    /// <summary>Decision point of the module that knows people: the caller's addresses, joined by commas, in the detail <c>addresses</c>.</summary>
    internal const string Question = "mail.addresses";
    private static readonly string[] Reaching = [Roles.SysAdmin, Roles.SysOwner, Roles.Ciso, Roles.Csirt];

    internal bool All => Organs.Contains("*", StringComparer.Ordinal);
    internal bool IsRecipient(IEnumerable<string> recipients) => recipients.Any(r => Addresses.Contains(r, StringComparer.OrdinalIgnoreCase));
    internal bool Sees(Model.Mail mail) => All || Organs.Contains(mail.OrganCode, StringComparer.Ordinal) || IsRecipient(mail.Recipients);

    internal static async Task<MailReach> OfAsync(Current current, DecisionPoints decisions, CancellationToken ct)
    {
        var organs = current.Held.Where(h => Reaching.Contains(h.Role, StringComparer.Ordinal)).Select(h => h.OrganCode is null or "city" ? "*" : h.OrganCode).Distinct(StringComparer.Ordinal).ToList();
        if (current.PersonId is null) return new(organs, []);
        var answer = await decisions.AskAsync(Question, current.Actor, null, new Dictionary<string, string>(StringComparer.Ordinal), ct);
        var addresses = answer.IsAllowed ? answer.Details.GetValueOrDefault("addresses", "") : "";
        return new(organs, [.. addresses.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(a => a.ToLowerInvariant())]);
    }
}
