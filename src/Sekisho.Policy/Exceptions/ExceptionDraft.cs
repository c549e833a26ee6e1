namespace Sekisho.Policy.Exceptions;

/// <summary>What somebody asks for. Targets are kind:id; none = the whole city. <paramref name="LastDay"/> is the last day it is wanted for.</summary>
/// <param name="Kind">A code of <see cref="ExceptionRow.Kinds"/>.</param>
/// <param name="Compensations">Controls that have to conform instead.</param>
/// <param name="Renews">The exception this one follows.</param>
public sealed record ExceptionDraft(
    string Kind, string Title, IReadOnlyList<string> Obligations, IReadOnlyList<string> Targets, string ReasonClass, string Reason, string Alternative, IReadOnlyList<string> Compensations,
    DateOnly? FirstDay, DateOnly? LastDay, Guid? Renews = null);
