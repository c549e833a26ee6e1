using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Platform.Decisions;

namespace Sekisho.Gate.Intake;

/// <summary>Asks the module that knows people whose an address is. Default deny: only the domains of this installation are asked about.</summary>
internal sealed class RecipientBook(DecisionPoints decisions, GateOptions options)
{
    /// <summary>Decision point: the caller names <c>address</c>, the owner answers <c>address</c>, <c>organ</c>, <c>unit</c>.</summary>
    internal const string Question = "mail.recipient";
    private static readonly Actor Listener = Actor.Service("gate.listener");

    /// <summary>Where mail for this address goes; null when nobody has it and nobody takes it.</summary>
    /// <exception cref="InvalidOperationException">Nobody could answer: not known whether the address exists, so the peer must try again later.</exception>
    internal async Task<Recipient?> FindAsync(string address, CancellationToken ct)
    {
        var wanted = address.ToLowerInvariant();
        var domain = wanted[(wanted.LastIndexOf('@') + 1)..];
        if (options.Routes.ContainsKey(domain)) return new(wanted, wanted, options.OrganCode, null);
        if (!options.Domains.Contains(domain, StringComparer.OrdinalIgnoreCase)) return null;
        var answer = await decisions.AskAsync(Question, Listener, null, new Dictionary<string, string>(StringComparer.Ordinal) { ["address"] = wanted }, ct);
        if (answer.ReasonKey is DecisionPoints.NoAnswer or DecisionPoints.Failed) throw new InvalidOperationException("Nobody answers whose an address is: " + answer.ReasonKey);
        if (!answer.IsAllowed) return null;
        return new(wanted, answer.Details["address"], answer.Details["organ"], answer.Details["unit"] is { Length: > 0 } unit ? unit : null);
    }
}
