namespace Sekisho.Verifying.Text;

/// <summary>An XML file of ours: one declaration at most, then no other instruction, no DTD, no entity of its own.</summary>
internal static class MarkupCheck
{
    internal static void Run(byte[] bytes, string place, Report report)
    {
        var text = TextCheck.Decode(bytes) ?? "";
        if (text.Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) || text.Contains("<!ENTITY", StringComparison.OrdinalIgnoreCase)) report.Add("dtd", place);
        // A browser runs these wherever in an XML file they stand.
        var isLive = text.Contains("http://www.w3.org/1999/xhtml", StringComparison.Ordinal) || text.Contains("http://www.w3.org/2000/svg", StringComparison.Ordinal);
        if (isLive && text.Contains("script", StringComparison.OrdinalIgnoreCase)) report.Add("script", place);
        var from = text.StartsWith("<?xml ", StringComparison.Ordinal) ? 2 : 0;
        if (text.IndexOf("<?", from, StringComparison.Ordinal) >= 0) report.Add("instruction", place);
    }
}
