using Sekisho.Conformity.Rules;
using Sekisho.Kernel;

namespace Sekisho.Conformity.Packs;

/// <summary>One control of the shared catalogue: what is judged, from which facts, for which kind of target.</summary>
/// <param name="ListOnly">Facts used only for the list of targets; without a producer they do not stop the verdict.</param>
/// <param name="Attests">The role that may state the verdict.</param>
/// <param name="DeliveredBy">The piece of work after which every verdict of the rule can be reached by real acts.</param>
public sealed record Control(
    string Id,
    string Domain,
    LocalText Title,
    LocalText Statement,
    RoleCode DefaultRole,
    string Mode,
    string Module,
    IReadOnlyList<string> Evidence,
    TargetKind TargetKind,
    string Selector,
    string RuleText,
    Rollup Rollup,
    IReadOnlyList<string> ListOnly,
    RoleCode Attests,
    string Action,
    string Interval,
    IReadOnlyDictionary<string, Parameter> Parameters,
    string DeliveredBy,
    Rule? Rule = null)
{
    /// <summary>Facts without which the rule cannot be judged. A statement is no measurement, so it is not among them.</summary>
    public IEnumerable<string> Required => Evidence.Where(f => !ListOnly.Contains(f, StringComparer.Ordinal) && f != StatementFact);

    public const string StatementFact = "attestation.signed";
}
