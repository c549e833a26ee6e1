using System.Text;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.Identification;
using Sekisho.Sanitizing.Pdf.Reading;
using Sekisho.Sanitizing.TextFiles;

namespace Sekisho.Sanitizing.Pdf;

/// <summary>
/// Section 10: a PDF is read by its own index and written anew from lists of what may be there. What cannot be rebuilt (a damaged index, a font that is no font)
/// is drawn; what cannot be drawn gives its characters; each step only where the policy lists it, else the file is blocked.
/// </summary>
internal sealed class PdfFile(byte[] b, FileContext context, string place, FindingLog log, List<ChildFile> children)
{
    /// <summary>Why the last level was left: rule and place.</summary>
    private (string Rule, string Place)? why;
    private bool guess;

    internal static (byte[] Output, FileKind Written) Rebuild(byte[] b, FileContext context, string place, FindingLog log, List<ChildFile> children) =>
        new PdfFile(FromHeader(b, place, log), context, place, log, children).Climb(context.Policy.Levels);

    /// <summary>Only the lower levels: for what a converter drew. Of it nothing is reported but the level.</summary>
    internal static (byte[] Output, FileKind Written) Below(byte[] b, FileContext context, string place, FindingLog log, IEnumerable<SanitiseLevel> levels)
    {
        var own = new FindingLog();
        var made = new PdfFile(b, context, place, own, []).Climb(levels.Where(l => l != SanitiseLevel.Rebuild));
        log.AddAll(own.Lines.Where(f => f.Rule is "LV-00"), "");
        return made;
    }

    private (byte[] Output, FileKind Written) Climb(IEnumerable<SanitiseLevel> levels)
    {
        foreach (var level in levels)
        {
            var tried = new FindingLog();
            children.Clear();
            try
            {
                var made = Try(level, tried);
                log.AddAll(tried.Lines, "");
                // PD-14 and PD-17 say that the page is a picture now; for the level of characters they only say why.
                if (why is { } left) log.Add(left.Rule, level == SanitiseLevel.Raster ? FindingAction.Drawn : FindingAction.Degraded, left.Place);
                return made;
            }
            catch (NeedsDrawing needs) { why = (needs.Rule, needs.Place); }
            catch (FileStop stop) when (level == SanitiseLevel.Raster && stop.Rule is "LM-07" or "E1") { why = (stop.Rule, stop.Place); }
            catch (FileStop stop) when (stop.Rule is "LV-00") { break; }
            // What was named before the stop still tells the reader of the report something.
            catch (FileStop) { log.AddAll(tried.Lines, ""); throw; }
        }
        if (why is { } last) log.Add(last.Rule, FindingAction.Degraded, last.Place);
        throw new FileStop("LV-00", Outcome.Blocked, place);
    }

    private (byte[] Output, FileKind Written) Try(SanitiseLevel level, FindingLog tried)
    {
        try
        {
            var doc = new PdfDocument(b, context.Budget, context.Password, guess);
            new DangerSurvey(doc, tried, children, context.Policy.KeepMetadata && level == SanitiseLevel.Rebuild, context.Opened).Run();
            return level switch
            {
                SanitiseLevel.Rebuild => (PdfAssembly.Write(new PdfRebuild(doc, context, tried, forDrawing: false)), FileKind.Pdf),
                SanitiseLevel.Raster => (new PdfDrawing(doc, context, tried, place).Draw(), FileKind.Pdf),
                _ => (Characters(doc, tried), FileKind.Text),
            };
        }
        catch (PdfDamage) when (guess) { throw new FileStop("ID-01", Outcome.Blocked, place); }
        catch (NeedsDrawing) when (level != SanitiseLevel.Rebuild) { throw new FileStop("ID-01", Outcome.Blocked, place); }
        catch (PdfDamage damage)
        {
            // Never rebuilt from a guessed index (PD-14); drawn or read from one.
            guess = true;
            children.Clear();
            if (level == SanitiseLevel.Rebuild) throw new NeedsDrawing("PD-14", damage.Place);
            why = ("PD-14", damage.Place);
            return Try(level, tried);
        }
    }

    private byte[] Characters(PdfDocument doc, FindingLog tried)
    {
        var text = new PdfDrawing(doc, context, new(), place).Characters();
        if (string.IsNullOrWhiteSpace(text)) throw new FileStop("LV-00", Outcome.Blocked, place);
        tried.Add("LV-00", FindingAction.TextOnly, place);
        var clean = TextCleaner.Clean(text.Replace('\f', '\n').TrimEnd() + "\n", place, tried);
        return [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(clean)];
    }

    /// <summary>ID-04: white space or a byte order mark before the header goes; offsets count from the header then.</summary>
    private static byte[] FromHeader(byte[] b, string place, FindingLog log)
    {
        var at = b.AsSpan(0, Math.Min(b.Length, 1_100)).IndexOf("%PDF-"u8);
        if (at <= 0) return b;
        log.Add("ID-04", FindingAction.Removed, place, 1);
        return b[at..];
    }
}
