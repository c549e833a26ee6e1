namespace Sekisho.Organisation.Import;

/// <summary>What became of one row.</summary>
internal enum RowOutcome { Added, Changed, Same, Refused }
