namespace Sekisho.Conformity.Packs;

/// <summary>One thing a text takes in or leaves out. Dimension: body, building (a body for which the text sets the roles of building and documents), information, person, asset.</summary>
/// <param name="InScope">Null where the text names it and only the city can say whether it is in.</param>
/// <param name="Classes">For a person: the 人の区分 of <c>org.person.recorded</c> that the text's word means; empty for everything else.</param>
public sealed record ScopeEntry(string Dimension, string Code, string Name, bool? InScope, string? Path, IReadOnlyList<string> Classes)
{
    /// <summary>Every 人の区分 there is; the organisation module writes these codes.</summary>
    public static IReadOnlyList<string> PersonClasses { get; } =
        ["regular", "special", "assembly_member", "committee_member", "fiscal_year", "reappointed", "contractor", "dispatched_worker"];
}
