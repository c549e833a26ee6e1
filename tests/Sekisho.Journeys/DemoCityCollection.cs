namespace Sekisho.Journeys;

/// <summary>One running 関所市 for the journeys that walk through its screens.</summary>
[CollectionDefinition(Name)]
public sealed class DemoCityCollection : ICollectionFixture<DemoCity>
{
    public const string Name = "demo city";
}
