// Many tests wait for a worker, a tool or the database; twice the two cores keeps them busy meanwhile.
[assembly: CollectionBehavior(MaxParallelThreads = 4)]
