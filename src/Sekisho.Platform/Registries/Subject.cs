using Sekisho.Kernel;

namespace Sekisho.Platform.Registries;

/// <summary>A thing that facts can be about, as its owner lists it: label, organ and unit it belongs to now, class and zone when it has them.</summary>
public sealed record Subject(TargetRef Target, string Label, string? OrganCode, string? UnitId, string? Class, string? Zone);
