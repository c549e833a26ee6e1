namespace Sekisho.Conformity.Rules;

/// <summary>
/// A named set of facts. Read in this order: source (facts by name, or other sets), of the target or of all, inside the window,
/// begun, newest for each key, in its period, split by the items of a list, tests, joins. So a closing record replaces the record it closes before periods are compared.
/// </summary>
public sealed record FactSet(
    string Name,
    IReadOnlyList<string> Facts,
    IReadOnlyList<string> From,
    bool OfTarget,
    Operand? Window,
    IReadOnlyList<string> LatestBy,
    SetPeriod Period,
    ListItem? Each,
    IReadOnlyList<FieldTest> Tests,
    IReadOnlyList<SetJoin> Joins);
