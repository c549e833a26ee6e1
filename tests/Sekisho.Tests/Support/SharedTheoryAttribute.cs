namespace Sekisho.Tests.Support;

/// <summary>A theory that reads the folder "shared" beside the repository: skipped with a reason only when the folder is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedTheoryAttribute : TheoryAttribute
{
    public SharedTheoryAttribute() => Skip = SharedFiles.SkipReason;
}
