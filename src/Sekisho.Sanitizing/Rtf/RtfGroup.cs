using System.Text;

namespace Sekisho.Sanitizing.Rtf;

/// <summary>A group that is open: where its output began and what it is for.</summary>
internal sealed class RtfGroup(int outputStart, RtfGroup? parent)
{
    internal int OutputStart { get; } = outputStart;
    internal RtfGroup? Parent { get; } = parent;
    /// <summary>Set once its first control word was seen.</summary>
    internal bool HasBegun { get; set; }
    /// <summary>Begun with the mark "ignore if unknown".</summary>
    internal bool IsStarred { get; set; }
    /// <summary>Nothing of it is written.</summary>
    internal bool IsDropped { get; set; } = parent is { IsDropped: true };
    /// <summary>Collects a field's instruction, over nested groups.</summary>
    internal StringBuilder? Instruction { get; set; } = parent?.Instruction;
    /// <summary>Collects the hexadecimal data of an object.</summary>
    internal StringBuilder? Payload { get; set; } = parent?.Payload;
    /// <summary>The group that began the instruction or the payload.</summary>
    internal bool IsOwner { get; set; }
}
