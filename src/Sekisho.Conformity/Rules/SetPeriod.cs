namespace Sekisho.Conformity.Rules;

/// <summary>
/// Which facts of a set count by their own period (valid_from is the first day, valid_to the first day no longer). Facts without such fields are always in force.
/// Facts whose period has not begun never count.
/// </summary>
public enum SetPeriod { InForce, Any, Ended }
