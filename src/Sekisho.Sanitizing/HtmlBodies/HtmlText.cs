namespace Sekisho.Sanitizing.HtmlBodies;

/// <summary>An HTML body as text.</summary>
/// <param name="Text">Visible text with LF line ends; link targets stand behind their text.</param>
/// <param name="Pictures">Content-IDs of pictures shown in the text, in order; the n-th is marked 【画像n】.</param>
internal sealed record HtmlText(string Text, IReadOnlyList<string> Pictures);
