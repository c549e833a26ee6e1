namespace Sekisho.Sanitizing.Images;

/// <summary>Decoded pixels, 8 bits a sample, sRGB, rows from the top; bands 1 grey, 2 grey+alpha, 3 RGB, 4 RGBA.</summary>
internal sealed record PixelBuffer(int Width, int Height, int Bands, ReadOnlyMemory<byte> Samples);
