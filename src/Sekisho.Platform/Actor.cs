namespace Sekisho.Platform;

/// <summary>Who acts, as known when the command began. Only <see cref="Code"/> enters a ledger leaf; <paramref name="Name"/> is for the screen (rule T5).</summary>
/// <param name="Name">Display name of a person, or the stable name of a service.</param>
/// <param name="PersonId">The person's id; null for services and anonymous callers.</param>
/// <param name="OrganCode">The executive organ whose walls hold for this actor; null when city-wide or unknown.</param>
/// <param name="Roles">Role codes held now, as text.</param>
public sealed record Actor(ActorKind Kind, string Name, string? PersonId, string? OrganCode, string? UnitId, IReadOnlySet<string> Roles)
{
    /// <summary>A caller nobody has identified.</summary>
    public static Actor Anonymous { get; } = new(ActorKind.Anonymous, "anonymous", null, null, null, new HashSet<string>(StringComparer.Ordinal));

    /// <summary>One of our own background services.</summary>
    public static Actor Service(string name) => new(ActorKind.Service, name, null, null, null, new HashSet<string>(StringComparer.Ordinal));

    /// <summary>What the ledger writes: "person:ID", "service:NAME" or "anonymous". Never a person's name.</summary>
    public string Code => Kind switch
    {
        ActorKind.Person => "person:" + (PersonId ?? throw new InvalidOperationException("A person acts without an id.")),
        ActorKind.Service => "service:" + Name,
        _ => "anonymous",
    };
}
