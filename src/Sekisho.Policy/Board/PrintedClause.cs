namespace Sekisho.Policy.Board;

/// <summary>What of a clause is needed to name it, in printed order.</summary>
internal sealed record PrintedClause(string Path, string Level, string PrintedLabel, string Caption, string Body);
