namespace Sekisho.Journeys.Support;

/// <summary>Needs a disk or a mount namespace of its own: runs as root, says so elsewhere.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class MountFactAttribute : FactAttribute
{
    public MountFactAttribute()
    {
        if (!Allowed) Skip = "Mounting needs root.";
    }

    public static bool Allowed => Environment.IsPrivilegedProcess;
}
