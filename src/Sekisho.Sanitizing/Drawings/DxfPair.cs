namespace Sekisho.Sanitizing.Drawings;

/// <summary>A group code and where its value stands in the text.</summary>
internal readonly record struct DxfPair(int Code, int Start, int Length)
{
    internal ReadOnlySpan<char> Of(string text) => text.AsSpan(Start, Length);

    internal bool Is(string text, string value) => Of(text).Trim().SequenceEqual(value);
}
