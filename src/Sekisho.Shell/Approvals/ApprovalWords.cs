using Sekisho.Platform.Approvals;
using Sekisho.Shell.Components;
using Sekisho.Shell.Language;

namespace Sekisho.Shell.Approvals;

/// <summary>Words and squares of an approval case.</summary>
internal static class ApprovalWords
{
    public static string Code<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    public static Tone Tone(ApprovalState state) => state switch
    {
        ApprovalState.Open => Components.Tone.Info,
        ApprovalState.Approved => Components.Tone.Done,
        ApprovalState.Rejected => Components.Tone.Urgent,
        ApprovalState.Returned => Components.Tone.Caution,
        _ => Components.Tone.Plain,
    };

    /// <summary>The route as squares. A step with several seats names the one who answered, else the first.</summary>
    public static IReadOnlyList<RouteStep> Squares(this Words words, ApprovalCase c, IReadOnlyDictionary<string, string> names)
    {
        var squares = new List<RouteStep>(c.Steps.Count);
        for (var i = 0; i < c.Steps.Count; i++)
        {
            var step = c.Steps[i];
            var agreed = c.Agreements.LastOrDefault(a => a.Step == i);
            var isNow = c.State == ApprovalState.Open && i == c.Current;
            var seat = step.Seats.FirstOrDefault(s => string.Equals(s.PersonId, agreed?.PersonId, StringComparison.Ordinal)) ?? (step.Seats.Count > 0 ? step.Seats[0] : null);
            var state = step.IsCovered ? "covered" : agreed is not null ? "done" : isNow ? "now" : "later";
            squares.Add(new RouteStep(words["approval.kind." + Code(step.Kind)], seat is null ? "" : words.Role(seat.RoleCode), Names(step, agreed, names),
                words["approval.step." + state], agreed?.At, agreed is not null || step.IsCovered, isNow, agreed?.DeputyId is not null));
        }
        return squares;
    }

    private static string? Names(ApprovalStep step, ApprovalAgreement? agreed, IReadOnlyDictionary<string, string> names)
    {
        if (agreed?.DeputyId is { } deputy) return names.GetValueOrDefault(agreed.PersonId, agreed.PersonId) + "(" + names.GetValueOrDefault(deputy, deputy) + ")";
        var ids = agreed is not null ? [agreed.PersonId] : step.Seats.Select(s => s.PersonId).Distinct(StringComparer.Ordinal);
        return string.Join("、", ids.Select(id => names.GetValueOrDefault(id, id))) is { Length: > 0 } joined ? joined : null;
    }
}
