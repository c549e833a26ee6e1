namespace Sekisho.Conformity.Rules;

/// <summary>Units a rule may count time in. Business days are those of the city's calendar.</summary>
public enum SpanUnit { Second, Minute, Hour, Day, BusinessDay, Week, Month, Year }
