namespace Sekisho.Sanitizing.Images;

/// <summary>The picture's data is not what its tables say. Caught where the picture is read.</summary>
internal sealed class JpegFault() : Exception("JPEG data");
