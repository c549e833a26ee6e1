namespace Sekisho.Journeys;

/// <summary>The journeys that share one quiet city.</summary>
[CollectionDefinition(QuietCity.Name)]
public sealed class QuietCityCollection : ICollectionFixture<QuietCity>;
