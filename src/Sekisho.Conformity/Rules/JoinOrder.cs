namespace Sekisho.Conformity.Rules;

/// <summary>My time compared with the other fact's: not after it (plus a span), or after it (plus a span).</summary>
/// <param name="IsAfter">True: mine &gt; theirs + span. False: mine &lt;= theirs + span.</param>
public sealed record JoinOrder(string Mine, string Theirs, bool IsAfter, Operand? Plus);
