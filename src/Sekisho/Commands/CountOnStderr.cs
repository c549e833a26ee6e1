namespace Sekisho.Commands;

/// <summary>A growing number on one line of a terminal; nothing where stderr goes elsewhere.</summary>
/// <param name="text">The number in words.</param>
internal sealed class CountOnStderr(Func<long, FormattableString> text) : IProgress<long>
{
    private bool isOpen;

    public void Report(long value)
    {
        if (Console.IsErrorRedirected) return;
        Console.Error.Write("\r" + FormattableString.Invariant(text(value)));
        isOpen = true;
    }

    /// <summary>Ends the line, when one was begun.</summary>
    internal void End()
    {
        if (isOpen) Console.Error.WriteLine();
        isOpen = false;
    }
}
