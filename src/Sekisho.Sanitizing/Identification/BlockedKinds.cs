using Sekisho.Kernel;
using static Sekisho.Sanitizing.Identification.FileKind;

namespace Sekisho.Sanitizing.Identification;

/// <summary>The rule that holds or blocks a kind nothing rebuilds: every one has its own row and sentence.</summary>
internal static class BlockedKinds
{
    internal static FileStop Stop(FileKind kind, string place)
    {
        var (rule, outcome) = Rule(kind);
        return new(rule, outcome, place, new Dictionary<string, string> { ["type"] = kind.Code() });
    }

    private static (string Rule, Outcome Outcome) Rule(FileKind kind) => kind switch
    {
        OoxmlEncrypted => ("OX-24", Outcome.Held),
        Xlam or Ppam => ("OX-30", Outcome.Blocked),
        DocuWorks => ("JP-03", Outcome.Held),
        Dwg => ("JP-05", Outcome.Held),
        Jww => ("JP-06", Outcome.Held),
        OdfOther => ("OD-10", Outcome.Blocked),
        OfficeXml => ("XM-01", Outcome.Blocked),
        PostScript => ("IM-11", Outcome.Blocked),
        Ico or Psd or Jpeg2000 => ("IM-12", Outcome.Blocked),
        Media => ("IM-14", Outcome.Held),
        Font => ("IM-14", Outcome.Blocked),
        Cab or ArchiveOther => ("CB-01", Outcome.Blocked),
        Iso => ("DK-01", Outcome.Blocked),
        Executable or Java => ("BK-01", Outcome.Blocked),
        Script => ("BK-02", Outcome.Blocked),
        Shortcut => ("BK-03", Outcome.Blocked),
        OneNote => ("BK-04", Outcome.Blocked),
        Help => ("BK-05", Outcome.Blocked),
        Key => ("BK-06", Outcome.Held),
        Sylk => ("CV-04", Outcome.Blocked),
        _ => ("ID-07", Outcome.Blocked),
    };
}
