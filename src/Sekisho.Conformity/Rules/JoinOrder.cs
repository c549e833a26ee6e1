namespace Sekisho.Conformity.Rules;

/// <summary>My time compared with the other fact's: not after it (plus spans), or after it (plus spans).</summary>
/// <param name="IsAfter">True: mine &gt; theirs + span. False: mine &lt;= theirs + span.</param>
public sealed record JoinOrder(string Mine, string Theirs, bool IsAfter, IReadOnlyList<Operand> Plus);
