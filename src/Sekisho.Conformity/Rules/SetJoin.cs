namespace Sekisho.Conformity.Rules;

/// <summary>Keeps the facts for which another set has (or has not) a fact with equal fields and, when asked, in the right order of time. A missing field equals nothing.</summary>
/// <param name="On">Pairs (my field, the other set's field); may be empty when <paramref name="Order"/> is given.</param>
public sealed record SetJoin(string Set, bool Keeps, IReadOnlyList<(string Mine, string Theirs)> On, JoinOrder? Order = null);
