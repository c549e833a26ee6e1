namespace Sekisho.Platform.Decisions;

/// <summary>The answer. <paramref name="ReasonKey"/> is a stable code; a refusal must have one.</summary>
public sealed record Decision(bool IsAllowed, string ReasonKey, IReadOnlyDictionary<string, string> Details)
{
    private static readonly Dictionary<string, string> NoDetails = [];
    public static Decision Allow(string reasonKey) => new(true, reasonKey, NoDetails);
    public static Decision Refuse(string reasonKey) => new(false, reasonKey, NoDetails);
}
