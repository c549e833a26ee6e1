namespace Sekisho.Policy.Library;

/// <summary>Kinds of documents of the policy's three levels, as they stand in <c>policy.version.published</c>.</summary>
internal static class DocumentKinds
{
    /// <summary>対策基準.</summary>
    public const string Standard = "standard";
    /// <summary>実施手順.</summary>
    public const string Procedure = "procedure";
    /// <summary>職員等が守る事項.</summary>
    public const string Conduct = "conduct";

    /// <summary>Kinds a person may add below the policy; the policy itself comes with the pack.</summary>
    public static IReadOnlyList<string> Lower { get; } = [Standard, Procedure, Conduct];

    private static readonly HashSet<string> Policies = new(StringComparer.Ordinal) { "policy", "basic_policy", "instruction", "ordinance", "regulation" };

    public static bool IsPolicy(string kind) => Policies.Contains(kind);

    /// <summary>対策基準 and 実施手順 say how the city is guarded: most cities keep them to themselves.</summary>
    public static bool IsUsuallyClosed(string kind) => kind is Standard or Procedure;

    /// <summary>The level from 1 (policy) to 3 (procedures and rules of conduct).</summary>
    public static int LevelOf(string kind) => IsPolicy(kind) ? 1 : kind == Standard ? 2 : 3;
}
