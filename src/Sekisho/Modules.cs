using Sekisho.Access;
using Sekisho.Gate;
using Sekisho.Organisation;
using Sekisho.Policy;
using Sekisho.Shell;
using Sekisho.Watch;

namespace Sekisho;

/// <summary>Every module of the product, in the order in which schemas are migrated. Nothing is scanned for.</summary>
internal static class Modules
{
    internal static IReadOnlyList<IModule> All { get; } =
    [
        new OrganisationModule(),
        new AccessModule(),
        new PolicyModule(),
        new GateModule(),
        new WatchModule(),
    ];
}
