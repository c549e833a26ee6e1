namespace Sekisho.Sanitizing.Office;

/// <summary>The four answers of a special rule.</summary>
internal enum VerdictKind { Ask, Drop, Unwrap, Replace }
