namespace Sekisho.Journeys.Faults;

/// <summary>The journeys that share one city and break it by turns.</summary>
[CollectionDefinition(Name)]
public sealed class FaultyCityCollection : ICollectionFixture<FaultyCity>
{
    internal const string Name = "faulty city";
}
