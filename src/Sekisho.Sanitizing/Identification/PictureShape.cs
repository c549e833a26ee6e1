namespace Sekisho.Sanitizing.Identification;

/// <summary>What the structure of a picture says before anything is decoded: size in pixels, logical end in bytes, number of frames.</summary>
internal sealed record PictureShape(int Width, int Height, int End, int Frames);
