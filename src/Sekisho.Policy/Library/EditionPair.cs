using Sekisho.Policy.Documents;

namespace Sekisho.Policy.Library;

/// <summary>Two editions of one document to be compared, and what the revision left for a person to look at.</summary>
public sealed record EditionPair(DocumentRow Document, EditionRow Older, EditionRow Newer, IReadOnlyList<CarriedRow> Reviews, bool MayRead);
