using System.Text;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.Office;

namespace Sekisho.Sanitizing.Rtf;

/// <summary>
/// Section 6: reads an RTF token by token and leaves out every group that carries an object, a template, a data source, a field that fetches, or
/// that is marked "ignore if unknown" and not on the list. What is left goes to the converter and from there through the rebuild; the
/// converter never sees an embedded object.
/// </summary>
internal sealed class RtfStrip
{
    private const int MaxDepth = 256, MaxPayload = 1 << 20;
    private static readonly string[] Hunted = ["equation", "ole2link", "package", "mscomctl", "otkloadr", "htmlfile", "scriptlet", "shell.explorer", "forms."];
    private readonly byte[] b;
    private readonly string place;
    private readonly FindingLog log;
    private readonly MemoryStream output = new();
    private RtfGroup? group;
    private int depth;

    private RtfStrip(byte[] bytes, string place, FindingLog log) => (b, this.place, this.log) = (bytes, place, log);

    /// <exception cref="FileStop">RT-05: groups do not balance, numbers or binary lengths lie, bytes stand behind the end.</exception>
    internal static byte[] Run(byte[] bytes, string place, FindingLog log) => new RtfStrip(bytes, place, log).Run();

    private byte[] Run()
    {
        if (!b.AsSpan().StartsWith("{\\rtf1"u8)) throw Broken();
        var tokens = new RtfTokens(b, place);
        while (tokens.Next() is { } token)
        {
            if (token.Kind == RtfTokenKind.Open) Open();
            else if (group is null) throw Broken();
            else if (token.Kind == RtfTokenKind.Close) Close();
            else Inside(token);
            if (depth == 0)
            {
                if (b.AsSpan(token.To).IndexOfAnyExcept("\0\r\n \t"u8) >= 0) throw Broken();
                return output.ToArray();
            }
        }
        throw Broken();
    }

    private void Open()
    {
        if (++depth > MaxDepth) throw Broken();
        if (group is not null) group.HasBegun = true;
        group = new((int)output.Length, group);
        output.WriteByte((byte)'{');
    }

    private void Close()
    {
        var closing = group!;
        output.WriteByte((byte)'}');
        if (closing is { IsOwner: true, Instruction: { } text } && !FieldGuard.IsAllowed(text.ToString()) && !closing.IsDropped)
        {
            log.Add("RT-03", FindingAction.Removed, place, 1, ("name", FieldGuard.Name(text.ToString())));
            closing.IsDropped = true;
        }
        if (closing is { IsOwner: true, Payload: { } payload }) Payload(payload.ToString());
        if (closing.IsDropped) output.SetLength(closing.OutputStart);
        group = closing.Parent;
        depth--;
    }

    private void Inside(RtfToken token)
    {
        var here = group!;
        if (token.Kind == RtfTokenKind.Symbol && token.Word == "*" && !here.HasBegun) here.IsStarred = true;
        else if (token.Kind == RtfTokenKind.Word) Word(token, here);
        else if (token.Kind == RtfTokenKind.Text)
        {
            // Line ends between a brace and its word are nothing.
            if (b.AsSpan(token.From, token.To - token.From).IndexOfAnyExcept("\r\n"u8) >= 0) here.HasBegun = true;
            if (here.Instruction is { Length: < 4_096 } text) text.Append(Encoding.Latin1.GetString(b, token.From, token.To - token.From).Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal));
            if (here.Payload is { Length: < MaxPayload } data) data.Append(Encoding.Latin1.GetString(b, token.From, token.To - token.From));
        }
        else if (token.Kind == RtfTokenKind.Binary && here.Payload is { Length: < MaxPayload } data) data.Append(Convert.ToHexString(b.AsSpan(token.To - token.Number!.Value, Math.Min(token.Number.Value, 4_096))));
        // Binary data belongs to pictures only; a dropped group takes it along.
        output.Write(b, token.From, token.To - token.From);
    }

    private void Word(RtfToken token, RtfGroup here)
    {
        var first = !here.HasBegun;
        here.HasBegun = true;
        if (token.Word is "objdata" or "objclass") { here.Payload = new(); here.IsOwner = true; }
        if (token.Word == "fldinst" && here.Instruction is null) { here.Instruction = new(); here.IsOwner = true; }
        if (token.Word == "v" && token.Number is null) log.Add("RT-08", FindingAction.Kept, place);
        if (token.Word == "pict" && !here.IsDropped) log.Add("RT-06", FindingAction.Kept, place);
        // Objects are dropped by any of their words, wherever it stands: the star and the place are what attackers vary.
        var rule = RtfDestinations.Rule(token.Word, first && here.IsStarred);
        if (rule is null || here.IsDropped || !first && rule is not "RT-01" || !first && token.Word is "objsect" or "objtime") return;
        here.IsDropped = true;
        if (rule is "RT-09") log.Add(rule, FindingAction.Kept, place);
        else if (rule.Length > 0) log.Add(rule, FindingAction.Removed, place, 1, ("class", token.Word));
    }

    /// <summary>RT-02: the class an object names in its data or its class text, in the clear after the hexadecimal disguise is taken off.</summary>
    private void Payload(string raw)
    {
        var hex = string.Concat(raw.Where(char.IsAsciiHexDigit));
        var text = raw.ToLowerInvariant() + Encoding.Latin1.GetString(Convert.FromHexString(hex[..(hex.Length / 2 * 2)])).ToLowerInvariant();
        foreach (var name in Hunted)
            if (text.Contains(name, StringComparison.Ordinal)) log.Add("RT-02", FindingAction.Removed, place, 1, ("class", name));
    }

    private FileStop Broken() => new("RT-05", Outcome.Blocked, place);
}
