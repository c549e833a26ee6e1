namespace Sekisho.Sanitizing.Identification;

/// <summary>One page of a TIFF.</summary>
/// <param name="At">Where its directory begins.</param>
/// <param name="Across">Dots an inch; 0 where the page does not say.</param>
/// <param name="Down">The same, downwards.</param>
internal sealed record TiffPage(uint At, int Width, int Height, double Across, double Down);
