namespace Sekisho.Conformity.Packs;

/// <summary>One file of a pack folder as the caller read it. The engine itself touches no disk.</summary>
/// <param name="Path">Shown in problems; slash-separated, relative to the content folder.</param>
public sealed record PackFile(string Path, string Text);
