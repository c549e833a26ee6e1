using System.Text.Json;

namespace Sekisho.Kernel.Workers;

/// <summary>A finding in a frame's header.</summary>
internal static class FindingFields
{
    private const int TextLength = 200, Arguments = 8, RuleLength = 20;

    public static void Write(Utf8JsonWriter w, Finding f)
    {
        w.WriteString("rule", f.Rule);
        w.WriteString("action", f.Action.ToString());
        w.WriteString("place", f.Place);
        w.WriteNumber("count", f.Count);
        HeaderWriter.Map(w, "arguments", f.Arguments, static (w, k, v) => w.WriteString(k, v));
    }

    public static Finding Read(JsonElement e) => new(
        Rule(HeaderReader.Text(e, "rule", RuleLength)),
        HeaderReader.Choice<FindingAction>(e, "action"),
        HeaderReader.Text(e, "place", TextLength),
        (int)HeaderReader.Number(e, "count", 1, int.MaxValue),
        HeaderReader.Map(e, "arguments", Arguments, static v => HeaderReader.Text(v, TextLength, "argument")));

    private static string Rule(string id) =>
        id.Length > 0 && id.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c is '-' or '_')
            ? id : throw new FrameException("not a rule id");
}
