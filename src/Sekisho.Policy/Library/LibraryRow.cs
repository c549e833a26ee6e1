using Sekisho.Policy.Documents;

namespace Sekisho.Policy.Library;

/// <summary>One document in the list.</summary>
public sealed record LibraryRow(DocumentRow Document, EditionHead? Edition, Answers? Answers);
