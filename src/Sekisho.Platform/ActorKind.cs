namespace Sekisho.Platform;

/// <summary>Who is behind a command: a signed-in person, one of our own background services, or somebody not (yet) known.</summary>
public enum ActorKind { Person, Service, Anonymous }
