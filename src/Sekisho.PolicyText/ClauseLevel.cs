namespace Sekisho.PolicyText;

/// <summary>What a clause is in its document. The names written to files are those of <see cref="ClauseLevels.Code"/>.</summary>
public enum ClauseLevel
{
    Title, Meta, Amending, Body, Toc, TocEntry, Intro, Preamble, Part, Chapter, Section, Subsection,
    Article, Par, Item, Subitem, Paragraph, Table, TableRow, Supplement, AppendedTable,
}
