namespace Sekisho.Verifying.Text;

/// <summary>An XML file of ours: one declaration at most, then no other instruction, no DTD, no entity of its own.</summary>
internal static class MarkupCheck
{
    internal static void Run(byte[] bytes, string place, Report report)
    {
        var text = TextCheck.Decode(bytes) ?? "";
        if (text.Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) || text.Contains("<!ENTITY", StringComparison.OrdinalIgnoreCase)) report.Add("dtd", place);
        var from = text.StartsWith("<?xml ", StringComparison.Ordinal) ? 2 : 0;
        if (text.IndexOf("<?", from, StringComparison.Ordinal) >= 0) report.Add("instruction", place);
    }
}
