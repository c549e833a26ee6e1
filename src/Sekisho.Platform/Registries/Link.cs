using Sekisho.Kernel;

namespace Sekisho.Platform.Registries;

/// <summary>A directed, named relation between two subjects.</summary>
public sealed record Link(TargetRef From, TargetRef To, string Kind);
