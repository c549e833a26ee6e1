namespace Sekisho.Sanitizing.Drawings;

/// <summary>The pairs from one code 0 (or, in the header, one code 9) to the next.</summary>
/// <param name="From">Index of the pair that names it.</param>
/// <param name="To">Index behind its last pair.</param>
internal readonly record struct DxfRecord(string Section, string Type, int From, int To);
