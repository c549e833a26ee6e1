using Sekisho.Policy.Documents;

namespace Sekisho.Policy.Library;

/// <summary>A text as one person reads it.</summary>
public sealed record ReadingView(DocumentRow Document, EditionRow? Edition, IReadOnlyList<ClauseRow> Clauses, Asked? Asked, bool MayRead);
