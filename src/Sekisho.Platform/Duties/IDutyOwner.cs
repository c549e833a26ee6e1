namespace Sekisho.Platform.Duties;

/// <summary>The module that defined duties; told of a completion inside the same transaction, e.g. to write its fact.</summary>
public interface IDutyOwner
{
    string Source { get; }
    Task CompletedAsync(DutyTask task, UnitOfWork work, CancellationToken ct);
}
