using Sekisho.Kernel;
using Sekisho.Kernel.Workers;

namespace Sekisho.Sanitizing.Cards;

/// <summary>VCF (VC-01): name, office, telephone, address and note of each contact, written as vCard 3.0; a picture inside goes through the engine, one outside goes.</summary>
internal sealed class ContactFile(FileContext context, string place, FindingLog log, List<ChildFile> children)
{
    private const int MostContacts = 5_000;
    private static readonly string[] Texts = ["FN", "TITLE", "NOTE", "ROLE", "NICKNAME", "REV"], Structured = ["N", "ORG", "ADR"], Lines = ["TEL", "EMAIL"];
    private readonly CardWriter writer = new();

    internal static byte[] Rebuild(byte[] b, FileContext context, string place, FindingLog log, List<ChildFile> children)
    {
        var output = new ContactFile(context, place, log, children).Write(CardReader.Read(b, "VC-01", place, log));
        if (!output.AsSpan().SequenceEqual(b)) log.Add("VC-01", FindingAction.Rewritten, place);
        return output;
    }

    private byte[] Write(IReadOnlyList<CardLine> lines)
    {
        var open = false;
        var contacts = 0;
        foreach (var line in lines)
            switch (line.Name)
            {
                case "BEGIN" when !open && IsCard(line):
                    if (++contacts > MostContacts) throw new FileStop("LM-04", Outcome.Blocked, place);
                    open = true;
                    writer.Add("BEGIN", "VCARD");
                    writer.Add("VERSION", "3.0");
                    break;
                case "END" when open && IsCard(line):
                    open = false;
                    writer.Add("END", "VCARD");
                    break;
                case "BEGIN" or "END": throw Broken();
                case "VERSION": break;
                default:
                    if (!open) throw Broken();
                    Property(line);
                    break;
            }
        return open || contacts == 0 ? throw Broken() : writer.Finish();
    }

    private void Property(CardLine line)
    {
        if (Texts.Contains(line.Name, StringComparer.Ordinal)) writer.Add(line.Name, CardText.Clean(line.Value, place, log));
        else if (Structured.Contains(line.Name, StringComparer.Ordinal)) writer.Add(line.Name + Types(line), string.Join(';', Split(line.Value).Select(v => CardText.Clean(v, place, log))));
        else if (Lines.Contains(line.Name, StringComparer.Ordinal)) writer.Add(line.Name + Types(line), CardText.Clean(line.Value, place, log));
        else if (line.Name is "PHOTO" or "LOGO") Picture(line);
        else log.Add("VC-01", FindingAction.Removed, place);
    }

    private string Types(CardLine line)
    {
        var types = line.Parameters.Where(p => p.Name == "TYPE").SelectMany(p => p.Value.Split(',')).Select(t => t.Trim().ToUpperInvariant())
            .Where(t => t is "WORK" or "HOME" or "CELL" or "FAX" or "VOICE" or "PREF" or "PAGER" or "INTERNET" or "POSTAL" or "PARCEL").Distinct(StringComparer.Ordinal).ToList();
        return types.Count == 0 ? "" : ";TYPE=" + string.Join(',', types);
    }

    /// <summary>Parts between semicolons that are not escaped.</summary>
    private static List<string> Split(string value)
    {
        var parts = new List<string>();
        var start = 0;
        for (var i = 0; i < value.Length; i++)
            if (value[i] == '\\') i++;
            else if (value[i] == ';')
            {
                parts.Add(value[start..i]);
                start = i + 1;
            }
        parts.Add(value[start..]);
        return parts;
    }

    private void Picture(CardLine line)
    {
        var packed = line.Value.IndexOf(";base64,", StringComparison.OrdinalIgnoreCase) is >= 0 and var data ? line.Value[(data + 8)..] : line.Value;
        var bytes = new byte[packed.Length];
        var isInside = line.Get("ENCODING") is { } e && (e.Equals("b", StringComparison.OrdinalIgnoreCase) || e.Equals("BASE64", StringComparison.OrdinalIgnoreCase)) || packed.Length < line.Value.Length;
        if (!isInside || !Convert.TryFromBase64String(packed.Trim(), bytes, out var length))
        {
            log.Add("VC-01", FindingAction.Removed, place);
            return;
        }
        var input = bytes[..length];
        context.Budget.Expand(length, place);
        var result = FileSanitiser.Sanitise(new(input), context.Child("picture") with { PixelsOnly = true });
        children.Add(new(line.Name, result.DetectedType, result.Outcome, new(input), result.Output is null ? null : Digest.Of(result.Output), result.Findings));
        if (result is { Output: { } made, OutputType: "png" or "jpeg" }) writer.Add(line.Name + ";ENCODING=b;TYPE=" + result.OutputType.ToUpperInvariant(), Convert.ToBase64String(made));
        else log.Add("VC-01", FindingAction.Removed, place);
    }

    private static bool IsCard(CardLine line) => line.Value.Trim().Equals("VCARD", StringComparison.OrdinalIgnoreCase);

    private FileStop Broken() => new("VC-01", Outcome.Blocked, place);
}
