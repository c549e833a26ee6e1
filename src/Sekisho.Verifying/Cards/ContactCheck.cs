using Sekisho.Verifying.Pictures;

namespace Sekisho.Verifying.Cards;

/// <summary>Contacts of ours: known properties between BEGIN and END; a picture inside is a picture of ours.</summary>
internal static class ContactCheck
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal) { "BEGIN", "END", "VERSION", "FN", "N", "ORG", "TITLE", "ROLE", "NICKNAME", "REV", "TEL", "EMAIL", "ADR", "NOTE", "PHOTO", "LOGO" };

    internal static void Run(byte[] bytes, string place, Report report)
    {
        var open = false;
        foreach (var (name, parameters, value) in CardLines.Read(bytes, place, report))
        {
            if (!Names.Contains(name)) report.Add("property:" + name, place);
            if (name is "BEGIN" or "END")
            {
                if (value is not "VCARD" || open == name is "BEGIN") throw new Refused(place + ":component");
                open = !open;
            }
            else if (!open) throw new Refused(place + ":outside");
            if (name is not ("PHOTO" or "LOGO")) continue;
            var picture = Convert.FromBase64String(value);
            if (parameters is ";ENCODING=b;TYPE=PNG") PngCheck.Run(picture, place + "/" + name, report);
            else if (parameters is ";ENCODING=b;TYPE=JPEG") JpegCheck.Run(picture, place + "/" + name, report);
            else report.Add("picture", place);
        }
        if (open) report.Add("unclosed", place);
    }
}
