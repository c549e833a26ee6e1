namespace Sekisho.Organisation.Model;

/// <summary>Everything the module knows, as one immutable value: what decisions and derivations read. A city of 1,500 people is a few thousand rows.</summary>
public sealed record Roster
{
    public static Roster Empty { get; } = new();

    public IReadOnlyList<Organ> Organs { get; init; } = [];
    public IReadOnlyList<Unit> Units { get; init; } = [];
    public IReadOnlyList<UnitSuccession> Successions { get; init; } = [];
    public IReadOnlyList<Post> Posts { get; init; } = [];
    public IReadOnlyList<PostTrait> Traits { get; init; } = [];
    public IReadOnlyList<Person> Persons { get; init; } = [];
    public IReadOnlyList<PersonState> States { get; init; } = [];
    public IReadOnlyList<Tenure> Tenures { get; init; } = [];
    public IReadOnlyList<Charge> Charges { get; init; } = [];
    public IReadOnlyList<Nomination> Nominations { get; init; } = [];
    public IReadOnlyList<Deputy> Deputies { get; init; } = [];
    public IReadOnlyList<RoleProposal> Proposals { get; init; } = [];
    public IReadOnlyList<TargetAssignment> Assignments { get; init; } = [];
    public IReadOnlyList<OrganOpening> Openings { get; init; } = [];

    /// <summary>Every row of every table, in the order they can be written.</summary>
    internal IEnumerable<object> Rows => ((IEnumerable<object>)Organs).Concat(Units).Concat(Successions).Concat(Posts).Concat(Traits).Concat(Persons)
        .Concat(States).Concat(Tenures).Concat(Charges).Concat(Nominations).Concat(Deputies).Concat(Proposals).Concat(Assignments).Concat(Openings);
}
