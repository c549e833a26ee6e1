using Sekisho.Kernel;

namespace Sekisho.Platform.Decisions;

/// <summary>A question put at the moment of an act: who wants to do what to which target, with what else the owner needs to know.</summary>
public sealed record DecisionQuestion(string Name, Actor Actor, TargetRef? Target, IReadOnlyDictionary<string, string> Details);
