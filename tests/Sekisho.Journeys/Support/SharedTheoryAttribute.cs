namespace Sekisho.Journeys.Support;

/// <summary>Needs the shared material: runs (and may fail) where it exists, says so where it does not.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedTheoryAttribute : TheoryAttribute
{
    public SharedTheoryAttribute()
    {
        if (!SharedMaterial.Exists) Skip = "The shared material does not lie beside this checkout.";
    }
}
