using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.Pdf.Reading;

namespace Sekisho.Sanitizing.Pdf;

/// <summary>
/// Section 10: a PDF is read by its own index and written anew from lists of what may be there. What cannot be rebuilt (a damaged index,
/// a font that is no font) is drawn; what cannot be drawn is blocked.
/// </summary>
internal static class PdfFile
{
    internal static byte[] Rebuild(byte[] b, FileContext context, string place, FindingLog log, List<ChildFile> children)
    {
        b = FromHeader(b, place, log);
        var tried = new FindingLog();
        try
        {
            var doc = new PdfDocument(b, context.Budget, context.Password, guess: false);
            new DangerSurvey(doc, tried, children).Run();
            var output = PdfAssembly.Write(new PdfRebuild(doc, context, tried, forDrawing: false));
            log.AddAll(tried.Lines, "");
            return output;
        }
        catch (PdfDamage damage) { return Draw(b, context, "PD-14", damage.Place, guess: true, log, children); }
        catch (NeedsDrawing needs) { return Draw(b, context, needs.Rule, needs.Place, guess: false, log, children); }
        // What was named before the stop still tells the reader of the report something.
        catch (FileStop) { log.AddAll(tried.Lines, ""); throw; }
    }

    private static byte[] Draw(byte[] b, FileContext context, string rule, string place, bool guess, FindingLog log, List<ChildFile> children)
    {
        try
        {
            var doc = new PdfDocument(b, context.Budget, context.Password, guess);
            children.Clear();
            new DangerSurvey(doc, log, children).Run();
            var output = new PdfDrawing(doc, context, log, place).Draw();
            log.Add(rule, FindingAction.Drawn, place);
            return output;
        }
        catch (PdfDamage damage) when (!guess) { return Draw(b, context, "PD-14", damage.Place, guess: true, log, children); }
        catch (Exception e) when (e is PdfDamage or NeedsDrawing) { throw new FileStop("ID-01", Outcome.Blocked, place); }
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
