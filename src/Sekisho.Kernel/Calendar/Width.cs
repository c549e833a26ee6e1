namespace Sekisho.Kernel.Calendar;

/// <summary>Full-width ASCII as people type it. Only for input that is shown again in its corrected form, never for stored text (rule T13).</summary>
internal static class Width
{
    /// <summary>The half-width form of a full-width ASCII character or ideographic space; any other character unchanged.</summary>
    public static char Narrow(char c) => c switch
    {
        >= '！' and <= '～' => (char)(c - 0xFEE0),
        '　' => ' ',
        _ => c,
    };

    public static string Narrow(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++) span[i] = Narrow(source[i]);
    });
}
