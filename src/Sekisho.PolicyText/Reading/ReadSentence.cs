using Sekisho.Kernel.Clauses;

namespace Sekisho.PolicyText.Reading;

/// <summary>One sentence of a text and what its own words say of it.</summary>
/// <param name="Path">The clause.</param>
/// <param name="Number">From 1 within the clause (s1).</param>
/// <param name="Text">As printed.</param>
/// <param name="Caption">Heading of its own clause or the nearest above inside the article; empty where there is none.</param>
/// <param name="Article">Heading of the article; empty outside articles.</param>
/// <param name="Part">front, history, definitions, purpose, intro, scope, threats, table or duties.</param>
/// <param name="Strength">must, should, principle, may, prohibit, definition, scope or declaration.</param>
/// <param name="Bearer">Who, as printed; empty where no one is named here or in the sentences before.</param>
/// <param name="IsCarried">True when the bearer stands in a sentence before.</param>
/// <param name="Cadence">The words of time (定期的に, 毎年度); empty where there are none.</param>
/// <param name="Trigger">The words of occasion (…する場合, …ときは); empty where there are none.</param>
/// <param name="Zones">Codes of the network zones named: Z_MYNO, Z_LGWAN, Z_INET.</param>
public sealed record ReadSentence(
    ClauseRef Path, int Number, string Text, string Caption, string Article, string Part, string Strength, string Bearer, bool IsCarried, string Cadence, string Trigger, IReadOnlyList<string> Zones);
