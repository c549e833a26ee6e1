namespace Sekisho.Sanitizing.Rtf;

/// <summary>What stands at one place of an RTF file.</summary>
internal enum RtfTokenKind { Open, Close, Word, Symbol, Hex, Binary, Text }
