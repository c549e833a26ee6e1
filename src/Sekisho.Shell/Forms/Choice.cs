namespace Sekisho.Shell.Forms;

/// <summary>One of the things to choose from. <paramref name="Outcome"/> says in a line what choosing it leads to; <paramref name="Locked"/> why it cannot be chosen.</summary>
public sealed record Choice(string Value, string Label, string? Outcome = null, string? Locked = null);
