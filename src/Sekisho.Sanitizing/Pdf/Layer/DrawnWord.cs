namespace Sekisho.Sanitizing.Pdf.Layer;

/// <summary>A word where the renderer's sibling found it: points of the page drawn (one a pixel), from the upper left corner.</summary>
internal sealed record DrawnWord(string Text, double Left, double Top, double Right, double Bottom);
