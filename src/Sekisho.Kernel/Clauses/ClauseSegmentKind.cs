namespace Sekisho.Kernel.Clauses;

/// <summary>
/// The words a clause path is made of, in the order in which brothers of different kinds stand under one parent
/// (all numbering schemes: 第n条, 第n, n．, (n), ア, ① end in the same normalised words).
/// </summary>
public enum ClauseSegmentKind
{
    Title, Meta, Amend, Cover, N, Toc, E, Intro, Part, Pre, Chap, Sect, Subsect, Division, Art, Par, Item, Sub, P, Table, R, Suppl, Apptable,
}
