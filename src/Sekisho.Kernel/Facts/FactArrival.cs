namespace Sekisho.Kernel.Facts;

/// <summary>
/// How a fact arrives: when something happens (Event: silence means nothing), a person's record with a term
/// (Dated: expiry means 未確認), or a machine's regular report (Feed: silence means 測定不能).
/// </summary>
public enum FactArrival { Event, Dated, Feed }
