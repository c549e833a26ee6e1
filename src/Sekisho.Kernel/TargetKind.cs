namespace Sekisho.Kernel;

/// <summary>The closed list of things a fact can be about and a verdict can be computed for.</summary>
public enum TargetKind { City, Organ, Unit, System, Terminal, Person, Asset, Contract, Service, Facility, Account, ZonePair, Message, Document, Case }
