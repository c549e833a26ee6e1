using Sekisho.Kernel;

namespace Sekisho.Sanitizing.Pdf.Content;

/// <summary>Operators left for one page with everything it draws (LM-13), and what was seen on the way.</summary>
internal sealed class ContentBudget(int operators, string place)
{
    private int left = operators;

    internal string Place => place;
    /// <summary>Text shown in a mode that paints nothing (PD-21).</summary>
    internal int HiddenText { get; set; }
    /// <summary>Operators no list names.</summary>
    internal int Unknown { get; set; }
    /// <summary>Content of layers that are off.</summary>
    internal int OffLayers { get; set; }

    internal void Spend()
    {
        if (--left < 0) throw new FileStop("PD-18", Outcome.Blocked, place);
    }
}
