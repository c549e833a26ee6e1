using Sekisho.Access;
using Sekisho.Shell;

namespace Sekisho;

/// <summary>Every module of the product, in the order in which schemas are migrated. Nothing is scanned for.</summary>
internal static class Modules
{
    internal static IReadOnlyList<IModule> All { get; } =
    [
        new AccessModule(),
    ];
}
