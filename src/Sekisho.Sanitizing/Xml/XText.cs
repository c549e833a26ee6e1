namespace Sekisho.Sanitizing.Xml;

/// <summary>A run of characters, entities already decoded.</summary>
internal sealed class XText(string value) : XNode
{
    internal string Value { get; set; } = value;
}
