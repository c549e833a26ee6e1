using Sekisho.Kernel;

namespace Sekisho.Platform.Approvals;

/// <summary>Makes the route that is really walked from the one that was planned (rule M2). Pure.</summary>
public static class ApprovalRoute
{
    /// <summary>
    /// Takes the requester out (their alternates in, when nobody else is left) and leaves everybody in one step only, the strongest, among equals the last:
    /// a person in two posts is asked once and never counts as two.
    /// </summary>
    public static Result<IReadOnlyList<ApprovalStep>> Normalise(ApprovalPlan plan)
    {
        var steps = new List<ApprovalStep>();
        foreach (var step in plan.Steps)
        {
            var seats = Without(step.Seats, plan.RequesterId);
            if (seats.Count == 0) seats = Without(step.Alternates ?? [], plan.RequesterId);
            if (seats.Count == 0) return NobodyLeft(plan.Steps, step);
            steps.Add(step with { Seats = seats, Alternates = null });
        }
        if (!steps.Exists(s => s.Kind == ApprovalStepKind.Approve)) return NoDecision;
        for (var i = 0; i < steps.Count; i++) steps[i] = AskedOnce(steps, i);
        var persons = steps.Where(s => !s.IsCovered).Sum(s => s.Needs == ApprovalNeeds.All ? s.Persons.Count() : 1);
        return persons < plan.MinimumPersons ? TooFew : steps;
    }

    private static ApprovalStep AskedOnce(List<ApprovalStep> steps, int at)
    {
        var seats = steps[at].Seats.Where(s => Place(steps, s.PersonId) == at).ToList();
        // A step all of whose persons are asked elsewhere stays on the sheet with its names, and asks nobody.
        return seats.Count == 0 ? steps[at] with { IsCovered = true } : steps[at] with { Seats = seats };
    }

    private static int Place(List<ApprovalStep> steps, string personId)
    {
        var best = -1;
        for (var i = 0; i < steps.Count; i++)
            if (steps[i].Has(personId) && (best < 0 || steps[i].Kind >= steps[best].Kind)) best = i;
        return best;
    }

    private static List<ApprovalSeat> Without(IReadOnlyList<ApprovalSeat> seats, string personId) =>
        [.. seats.Where(s => !string.Equals(s.PersonId, personId, StringComparison.Ordinal))];

    private static Refusal NobodyLeft(IReadOnlyList<ApprovalStep> steps, ApprovalStep step) => new(
        "approval.nobody-to-ask", $"{steps.ToList().IndexOf(step) + 1} 番目の段階に、申請者のほかに決裁できる人がいません。",
        "役割の任命か代わりに決裁する人(上位の職)を定めてから、もう一度申請してください。");

    private static Refusal NoDecision { get; } = new("approval.no-decision", "経路に承認の段階がありません。", "承認する人を少なくとも一人、経路に入れてください。");

    private static Refusal TooFew { get; } = new(
        "approval.too-few-persons", "この経路では、必要な人数の異なる人が承認することになりません。", "兼務していない別の人を経路に加えてください。");
}
