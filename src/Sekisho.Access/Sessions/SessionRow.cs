namespace Sekisho.Access.Sessions;

/// <summary>A living session with its account.</summary>
internal sealed record SessionRow(
    Guid Id, string Stage, string? ActingRole, DateTimeOffset? PreviousSignIn, DateTimeOffset? SeenAt, DateTimeOffset StartedAt,
    string AccountId, string Name, string? PersonId, bool IsAdministrator)
{
    /// <summary>Who acts in commands: the person, or the account itself where it belongs to nobody on the staff list.</summary>
    public string ActorId => PersonId ?? AccountId;
}
