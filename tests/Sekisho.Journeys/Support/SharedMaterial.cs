namespace Sekisho.Journeys.Support;

/// <summary>The texts and inventories that lie beside a developer's checkout and never inside it.</summary>
internal static class SharedMaterial
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Checkout.Root, "..", "shared"));
    public static bool Exists => Directory.Exists(Path.Combine(Root, "seeds"));
}
