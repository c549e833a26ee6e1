// Every journey starts whole installations; two at once would measure each other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
