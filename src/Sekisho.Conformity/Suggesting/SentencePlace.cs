namespace Sekisho.Conformity.Suggesting;

/// <summary>A sentence of a policy and where it stands: all the suggestion looks at.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Caption">Heading of its own item or paragraph; empty where there is none.</param>
/// <param name="Article">Heading of its article; empty outside articles.</param>
/// <param name="Part">What kind of part it stands in (front, definitions, scope …); sentences of one part are nearer to each other.</param>
public sealed record SentencePlace(string Text, string Caption, string Article, string Part);
