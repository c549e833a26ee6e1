using System.Text.Json;
using Sekisho.Commands.Worker;
using Sekisho.Kernel;

namespace Sekisho.Commands;

/// <summary>The file behind <c>--policy</c>: one JSON object, a word for each choice. Checked whole; every fault is told at once.</summary>
internal static class SanitisePolicyFile
{
    /// <summary>The policy as options of the worker's request.</summary>
    internal static Result<Dictionary<string, string>> Read(string json)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        var faults = new List<Refusal>();
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Object) return Fault("方針のファイルがオブジェクトではありません。");
            foreach (var entry in document.RootElement.EnumerateObject()) One(entry, options, faults);
        }
        catch (JsonException)
        {
            return Fault("方針のファイルがJSONとして読めません。");
        }
        return faults.Count > 0 ? Result<Dictionary<string, string>>.Refused(faults) : options;
    }

    private static void One(JsonProperty entry, Dictionary<string, string> options, List<Refusal> faults)
    {
        var value = entry.Value.ValueKind == JsonValueKind.String ? entry.Value.GetString() ?? "" : "";
        if (entry.NameEquals("version") && value.Length is > 0 and <= 100) options[FilePolicyOptions.Prefix + "version"] = value;
        else if (!FilePolicyOptions.Choices.TryGetValue(entry.Name, out var words)) faults.Add(Fault($"方針に知らない項目 {entry.Name} があります。"));
        else if (!words.Contains(value, StringComparer.Ordinal)) faults.Add(Fault($"方針の項目 {entry.Name} は {string.Join("・", words)} のどれかです。"));
        else options[FilePolicyOptions.Prefix + entry.Name] = value;
    }

    private static Refusal Fault(string what) => new("usage.policy", what, "項目は version, " + string.Join(", ", FilePolicyOptions.Choices.Keys) + " です。");
}
