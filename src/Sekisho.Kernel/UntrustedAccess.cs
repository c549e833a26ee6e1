namespace Sekisho.Kernel;

/// <summary>The one way to open an <see cref="Untrusted{T}"/>. Named in an architecture test: worker-side projects only.</summary>
public static class UntrustedAccess
{
    public static T Open<T>(Untrusted<T> untrusted) => untrusted.Value;
}
