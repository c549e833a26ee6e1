namespace Sekisho.Policy.Scope;

/// <summary>One body, kind of information, kind of person, kind of asset or route that the text takes in or leaves out.</summary>
internal sealed class ScopeRow
{
    public const string Pending = "pending";
    public const string Confirmed = "confirmed";
    /// <summary>The text names it and nobody, not even the pack, has said in or out.</summary>
    public const string Missing = "missing";
    /// <summary>Only in the ledger: the pack no longer reads it out of the text, and nobody had confirmed it.</summary>
    public const string Removed = "removed";
    public const string Body = "body";
    public const string Building = "building";
    public const string Route = "route";
    /// <summary>A body in whose name the text is set.</summary>
    public const string Enactor = "enactor";

    public required Guid Id { get; init; }
    public required string PackCode { get; init; }
    public required string Dimension { get; init; }
    public required string Code { get; init; }
    public required string Name { get; set; }
    public required int Position { get; set; }
    public string? Path { get; set; }
    public string? OrganCode { get; set; }
    public string? SrcZone { get; set; }
    public string? DstZone { get; set; }
    /// <summary>For a person: the classes of <c>org.person.recorded</c> this entry stands for.</summary>
    public string[] Classes { get; set; } = [];
    public required bool InScope { get; set; }
    public required string ConfirmState { get; set; }
    public DateTimeOffset? ConfirmedAt { get; set; }
    public int RowVersion { get; set; } = 1;

    /// <summary>Whether entries of the dimension stand for organs.</summary>
    public static bool IsOrgan(string dimension) => dimension is Body or Building or Enactor;
}
