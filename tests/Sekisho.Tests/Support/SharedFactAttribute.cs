namespace Sekisho.Tests.Support;

/// <summary>A fact that reads the folder "shared" beside the repository: skipped with a reason only when the folder is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute() => Skip = SharedFiles.SkipReason;
}
