namespace Sekisho.Sanitizing.Xml;

/// <summary>A node of a parsed XML part: an element or a run of text. Comments are not kept; instructions and DTDs stop the file.</summary>
internal abstract class XNode;
