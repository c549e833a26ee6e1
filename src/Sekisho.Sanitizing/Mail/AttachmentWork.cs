using System.Text;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.Names;

namespace Sekisho.Sanitizing.Mail;

/// <summary>Each attachment through the file engine; what cannot be delivered is replaced by its note (MB-09). Output names are unique (NM-11).</summary>
internal sealed class AttachmentWork(MailContext context)
{
    private const string NoteSuffix = ".遮断.txt";
    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);
    private int number;

    internal MailPartResult Treat(FoundFile file)
    {
        number++;
        var log = new FindingLog();
        var name = file.Names.Count > 0 ? file.Names[0] : OutputTypes.NameFor(file.MediaType, number);
        var stop = file.Stop ?? NamesDiffer(file, log);
        var result = stop is not null ? Stopped(name, stop, log) : FileSanitiser.Sanitise(new(file.Content),
            new(name, file.MediaType, context.Budget, context.Files, context.Depth + file.Place.Count(c => c == '/'), context.Tools) { Password = context.Password });
        if (KnownVirus(file, result) is { } virus)
            result = Stopped(name, new("ID-11", Outcome.Blocked, file.Place, new Dictionary<string, string> { ["name"] = virus }), log) with { DetectedType = result.DetectedType, Children = result.Children };
        IReadOnlyList<Finding> findings = log.Lines.Count == 0 || ReferenceEquals(result.Findings, log.Lines) ? result.Findings : [.. log.Lines, .. result.Findings];
        var shown = Show.Visible(name, 200);
        var outcome = result.Output is null && result.Outcome != Outcome.Held ? Outcome.Blocked : result.Outcome;
        var output = result.Output ?? Encoding.UTF8.GetBytes(NoticeText.Note(shown, result.DetectedType, outcome, findings, Digest.Of(file.Content), context.RecordId));
        var outputName = Unique(result.Output is null ? NoteName(result.OutputName) : result.OutputName);
        return new(file.Place, shown, file.MediaType, result.DetectedType, outcome, new(file.Content), output, outputName, OutputTypes.MediaType(outputName), findings, result.Children);
    }

    private string? KnownVirus(FoundFile file, FileResult result) => context.Infected.Count == 0 ? null
        : result.Children.Select(c => Digest.Of(UntrustedAccess.Open(c.Input))).Prepend(Digest.Of(file.Content)).Select(d => context.Infected.GetValueOrDefault(d)).FirstOrDefault(n => n is not null);

    /// <summary>NM-03: two names are seen by two readers. A name that only differs in its stem is reported, a differing extension stops the part.</summary>
    private static FileStop? NamesDiffer(FoundFile file, FindingLog log)
    {
        if (file.Names.Count < 2) return null;
        var extensions = file.Names.Select(ExtensionOf).Distinct(StringComparer.Ordinal).ToList();
        if (extensions.Count > 1) return new("NM-03", Outcome.Blocked, file.Place);
        log.Add("NM-03", FindingAction.Kept, file.Place);
        return null;
    }

    private static string ExtensionOf(string name)
    {
        var folded = LookAlikes.Fold(name.Trim());
        return folded.LastIndexOf('.') is >= 0 and var dot ? folded[(dot + 1)..].TrimEnd('.', ' ') : "";
    }

    private static FileResult Stopped(string name, FileStop stop, FindingLog log)
    {
        log.Add(stop);
        var quiet = new FindingLog();
        string shown;
        try { shown = NameCleaner.Clean(name, quiet).Name; }
        catch (FileStop) { shown = "名称なし"; } // the name itself is a trick: the note goes without it
        return new(stop.Outcome, null, shown, "", "", log.Lines, []);
    }

    private static string NoteName(string name) => NameCleaner.Clean(Cut(name, NoteSuffix) + NoteSuffix, new()).Name;

    /// <summary>A number goes before the extension; the stem gives way where the name would grow too long (NM-10).</summary>
    private string Unique(string name)
    {
        var candidate = name;
        var dot = name.EndsWith(NoteSuffix, StringComparison.Ordinal) ? name.Length - NoteSuffix.Length : name.LastIndexOf('.');
        if (dot <= 0) dot = name.Length;
        for (var n = 2; !taken.Add(candidate.Normalize(NormalizationForm.FormC)); n++)
        {
            var tail = "_" + Show.Number(n) + name[dot..];
            candidate = Cut(name[..dot], tail) + tail;
        }
        return candidate;
    }

    private static string Cut(string stem, string tail)
    {
        while (Encoding.UTF8.GetByteCount(stem + tail) > 240 || (stem + tail).Length > 190) stem = stem[..^(char.IsLowSurrogate(stem[^1]) ? 2 : 1)];
        return stem;
    }
}
