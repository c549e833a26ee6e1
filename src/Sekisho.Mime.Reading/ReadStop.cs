namespace Sekisho.Mime.Reading;

/// <summary>Ends reading at a limit; never leaves <see cref="MimeReader"/>.</summary>
internal sealed class ReadStop(string place, string detail) : Exception(detail)
{
    internal string Place { get; } = place;
}
