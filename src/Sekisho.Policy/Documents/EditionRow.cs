using Sekisho.PolicyText;
using Sekisho.PolicyText.Exchange;

namespace Sekisho.Policy.Documents;

/// <summary>One version of a document's text, as it was handed in.</summary>
public sealed class EditionRow
{
    public const string Draft = "draft";
    public const string Published = "published";
    public const string Superseded = "superseded";
    public const string Replaced = "replaced";

    public required Guid Id { get; init; }
    public required string DocumentId { get; init; }
    /// <summary>From 1, in the order of import.</summary>
    public required int Version { get; init; }
    public DateOnly? EnactedOn { get; set; }
    public DateOnly? EffectiveOn { get; set; }
    public string? Number { get; init; }
    public required string TextSha256 { get; init; }
    /// <summary>The text as handed in; for a text whose cuts a person changed, its clauses as an OSCAL catalog. Empty once the record was disposed of.</summary>
    public required string SourceText { get; set; }
    public required string Encoding { get; init; }
    /// <summary>The text pages show. A draft is it only as long as nothing has been published.</summary>
    public required bool IsCurrent { get; set; }
    public required DateTimeOffset ImportedAt { get; init; }
    /// <summary>draft: set but not yet made public; published; superseded; replaced: a draft another draft or text took the place of.</summary>
    public required string PublicationState { get; set; }
    /// <summary>Edition of the document above that this one was made under.</summary>
    public int? ParentVersion { get; set; }
    /// <summary>The committee's resolution on this edition.</summary>
    public string? DecisionId { get; set; }
    /// <summary>The clauses of this edition, whatever form its text has.</summary>
    /// <exception cref="InvalidOperationException">A text that was accepted cannot be read by this version of the program.</exception>
    internal ParsedPolicy Tree() => PolicySource.Read(SourceText).Value;

    /// <summary>The words as a person reads them: the text as handed in, or its clauses line by line where that was XML or OSCAL.</summary>
    internal string Prose() => SourceText.AsSpan().TrimStart("\uFEFF \t\r\n") is ['<' or '{', ..] ? ProseWriter.Write(Tree()) : SourceText;

    public int RowVersion { get; set; } = 1;
}
