using Sekisho.Kernel;
using Sekisho.Platform.Decisions;
using Sekisho.Shell.Routing;

namespace Sekisho.Gate.Pages;

/// <summary>
/// Whose mail a person sees (M4, M6): content only of mail to one's own addresses; envelopes also of the organs whose gateway one looks after, and of the units
/// one is the section head of, because that is who decides their releases.
/// </summary>
/// <param name="Organs">Organs reached by a role; "*" for all.</param>
/// <param name="Units">Units the person is the head of.</param>
/// <param name="Addresses">Addresses the person receives at, lower case.</param>
internal sealed record MailReach(IReadOnlyList<string> Organs, IReadOnlyList<string> Units, IReadOnlyList<string> Addresses)
{
    /// <summary>Decision point of the module that knows people: the caller's addresses, joined by commas, in the detail <c>addresses</c>.</summary>
    internal const string Question = "mail.addresses";
    private static readonly string[] Reaching = [Roles.SysAdmin, Roles.SysOwner, Roles.Ciso, Roles.Csirt];

    internal bool All => Organs.Contains("*", StringComparer.Ordinal);
    internal bool IsRecipient(IEnumerable<string> recipients) => recipients.Any(r => Addresses.Contains(r, StringComparer.OrdinalIgnoreCase));
    internal bool Sees(Model.Mail mail) => All || mail.Organs.Intersect(Organs, StringComparer.Ordinal).Any() || mail.Units.Intersect(Units, StringComparer.Ordinal).Any() || IsRecipient(mail.Recipients);

    internal static async Task<MailReach> OfAsync(Current current, DecisionPoints decisions, CancellationToken ct)
    {
        var organs = current.Held.Where(h => Reaching.Contains(h.Role, StringComparer.Ordinal)).Select(h => h.OrganCode is null or "city" ? "*" : h.OrganCode).Distinct(StringComparer.Ordinal).ToList();
        var units = current.Held.Where(h => string.Equals(h.Role, RoleCode.SectHead.Value, StringComparison.Ordinal)).Select(h => h.UnitId).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (current.PersonId is null) return new(organs, units, []);
        var answer = await decisions.AskAsync(Question, current.Actor, null, new Dictionary<string, string>(StringComparer.Ordinal), ct);
        var addresses = answer.IsAllowed ? answer.Details.GetValueOrDefault("addresses", "") : "";
        return new(organs, units, [.. addresses.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(a => a.ToLowerInvariant())]);
    }
}
