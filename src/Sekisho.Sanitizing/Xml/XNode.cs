namespace Sekisho.Sanitizing.Xml;

/// <summary>A node of a parsed XML part: an element or a run of text. Comments are not kept; instructions and DTDs stop the file.</summary>
internal abstract class XNode;

/// <summary>A run of characters, entities already decoded.</summary>
internal sealed class XText(string value) : XNode
{
    internal string Value { get; set; } = value;
}
