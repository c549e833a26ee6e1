// Every journey starts whole installations and mostly waits for them; more than three at once would measure each other.
[assembly: CollectionBehavior(MaxParallelThreads = 3)]
[assembly: TestCollectionOrderer("Sekisho.Journeys.Support.LongestFirst", "Sekisho.Journeys")]
