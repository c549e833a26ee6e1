using System.Text;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.Containers;
using Sekisho.Sanitizing.Identification;
using Sekisho.Sanitizing.Office;
using Sekisho.Sanitizing.Pdf;
using Sekisho.Sanitizing.PlainText;
using Sekisho.Sanitizing.TextFiles;

namespace Sekisho.Sanitizing.Levels;

/// <summary>
/// The ladder of documents that a converter can draw (matrix 14.1): rebuilt; else, or where the policy begins lower, made a PDF in a one-shot sandbox of which only pixels and
/// seen words, or only characters, are taken. What a row blocks stays blocked: only what our own code could not do leads downwards.
/// </summary>
internal sealed class OfficeLevels(Func<FindingLog, (byte[] Output, FileKind Written)> rebuild, byte[] original, FileContext context, string place, FindingLog log)
{
    private (byte[] Output, FileKind Written)? rebuilt;

    internal (byte[] Output, FileKind Written) Run()
    {
        var levels = context.Policy.Levels;
        if (levels.Count == 0) throw new FileStop("LV-00", Outcome.Blocked, place);
        var fault = Rebuild();
        if (levels[0] == SanitiseLevel.Rebuild)
        {
            if (rebuilt is { } made) return made;
            if (levels.Count == 1) throw fault!;
        }
        // Rule E1 makes the worker be discarded (law E9).
        if (fault is not null) log.Add("E1", FindingAction.Degraded, fault.Place, 1, ("fault", fault.Arguments.GetValueOrDefault("fault", fault.Rule)));
        var below = levels.Where(l => l != SanitiseLevel.Rebuild).ToList();
        if (below[0] == SanitiseLevel.Text && rebuilt is (var word, FileKind.Docx or FileKind.Dotx)) return (Text(word), FileKind.Text);
        var drawn = context.Tools.Run(NativeTool.OfficeToPdf, rebuilt?.Output ?? original) is { } pdf ? UntrustedAccess.Open(pdf) : throw new FileStop("LV-00", Outcome.Blocked, place);
        if (!drawn.AsSpan().StartsWith("%PDF-"u8)) throw new FileStop("LV-00", Outcome.Blocked, place);
        context.Budget.Expand(drawn.Length, place);
        return PdfFile.Below(drawn, context, place, log, below);
    }

    /// <returns>Why it could not be done; null when it went well.</returns>
    private FileStop? Rebuild()
    {
        try { rebuilt = rebuild(log); }
        catch (NeedsDrawing needs) { return new(needs.Rule, Outcome.Blocked, needs.Place); }
        catch (Exception e) when (FileSanitiser.IsFault(e)) { return new("E1", Outcome.Blocked, place, new Dictionary<string, string> { ["fault"] = e.GetType().Name }); }
        return null;
    }

    private byte[] Text(byte[] word)
    {
        var text = new WordText(new OpcPackage(new StrictZip(word, context.Budget))).Read();
        log.Add("LV-00", FindingAction.TextOnly, place);
        return [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(TextCleaner.Clean(text.TrimEnd() + "\n", place, log))];
    }
}
