namespace Sekisho.Shell.Tables;

/// <summary>One cell as shown, and the day or moment behind it in the machine's form.</summary>
public sealed record ExportCell(string Text, string? Iso, bool IsHead, bool IsNumber);
