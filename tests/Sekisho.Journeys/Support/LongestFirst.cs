using Xunit.Abstractions;

namespace Sekisho.Journeys.Support;

/// <summary>The journeys that take longest begin first, so that none is still walking alone when all others have arrived.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long = [DemoCityCollection.Name, nameof(ControlsJourney), nameof(PolicyTextJourney), nameof(MappingJourney), Faults.FaultyCityCollection.Name];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(c => Array.FindIndex(Long, n => c.DisplayName.Contains(n, StringComparison.Ordinal)) is >= 0 and var at ? at : Long.Length).ThenBy(c => c.DisplayName, StringComparer.Ordinal);
}
