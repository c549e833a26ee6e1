using System.Text.Json;

namespace Sekisho.Gate.Processing;

/// <summary>Arguments of the gate's jobs: one id.</summary>
internal static class MailJobArgs
{
    public static string Write(string id) => JsonSerializer.Serialize(new Dictionary<string, string>(StringComparer.Ordinal) { ["id"] = id });

    public static string Read(string json) => JsonSerializer.Deserialize<Dictionary<string, string>>(json)!["id"];
}
