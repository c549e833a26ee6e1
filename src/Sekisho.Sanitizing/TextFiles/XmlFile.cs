using Sekisho.Sanitizing.Xml;

namespace Sekisho.Sanitizing.TextFiles;

/// <summary>
/// XM-01: an XML file of no office program. It must parse under LM-11 and LM-12 (no DTD, no entity, no stylesheet instruction); then it is
/// an inert text and is given as one, in its own encoding and with its own prefixes, which programs compare inside values.
/// </summary>
internal static class XmlFile
{
    internal static byte[] Rebuild(byte[] bytes, string place, SanitiseLimits limits, FindingLog log)
    {
        var guess = TextFile.Read(bytes, place, log);
        var clean = TextCleaner.Clean(guess.Text, place, log);
        StrictXml.ParseText(clean.TrimStart('\uFEFF'), limits, place);
        return TextFile.Encode(clean, guess, place, log);
    }
}
