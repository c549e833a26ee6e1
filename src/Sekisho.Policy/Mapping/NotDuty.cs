namespace Sekisho.Policy.Mapping;

/// <summary>Why a sentence is no obligation. The last code needs words.</summary>
internal static class NotDuty
{
    public const string Other = "other";
    public static IReadOnlyList<string> Codes { get; } = ["front", "history", "definition", "heading", "explains", "same", Other];

    /// <summary>The reason that fits the kind of part.</summary>
    public static string Of(string part) => part switch { "front" => "front", "history" => "history", "definitions" => "definition", "purpose" or "intro" => "explains", _ => "heading" };
}
