namespace Sekisho.Conformity.Suggesting;

/// <summary>A sentence whose controls people have confirmed, or a pack's duty in our own words.</summary>
/// <param name="Place">The sentence.</param>
/// <param name="Source">Whose it is and where, for the reason shown ("関所市 第15条").</param>
/// <param name="Controls">Ids, the most fitting first.</param>
/// <param name="IsPhrase">True for a pack's words: they stand in no part and no article.</param>
public sealed record KnownSentence(SentencePlace Place, string Source, IReadOnlyList<string> Controls, bool IsPhrase = false);
