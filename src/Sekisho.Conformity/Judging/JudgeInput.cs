using Sekisho.Conformity.Packs;
using Sekisho.Kernel;

namespace Sekisho.Conformity.Judging;

/// <summary>
/// Everything a judgement depends on. The same input gives the same result on any machine and any day.
/// </summary>
/// <param name="Facts">Leaves [0, n). Statements, exceptions and the relations of targets to units are facts too.</param>
/// <param name="AsOf">The instant freshness is measured from.</param>
/// <param name="DocumentId">The policy whose articles are judged; null while no text is bound.</param>
/// <param name="IsBusinessDay">The city's calendar.</param>
public sealed record JudgeInput(
    Pack Pack,
    ControlCatalogue Catalogue,
    FactIndex Facts,
    DateTimeOffset AsOf,
    string? DocumentId,
    Func<DateOnly, bool> IsBusinessDay)
{
    /// <summary>The value in force: the city's, else the catalogue's default.</summary>
    public string Parameter(Control control, string name) =>
        Pack.Parameters.TryGetValue(control.Id + "." + name, out var value) ? value : control.Parameters[name].Default;

    public DateOnly Today => JapanTime.Day(AsOf);
}
