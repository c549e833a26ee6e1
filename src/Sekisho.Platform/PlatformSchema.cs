namespace Sekisho.Platform;

/// <summary>The ground's own schema, audit names and tables without business state.</summary>
public static class PlatformSchema
{
    public const string Name = "platform";

    public static ModuleSchema Module { get; } = new(
        Name,
        typeof(PlatformSchema).Assembly,
        [
            "platform.clock.jumped",
            "platform.ledger.restored",
            "platform.side.erased",
            "platform.content.blocked",
            "platform.content.unblocked",
            "platform.content.erased",
            "platform.key.destroyed",
            "platform.key.rotated",
            "platform.key.rewrapped",
            "platform.key.escrowed",
        ],
        [
            "platform.command",
            "platform.consumer",
            "platform.job",
            "platform.notification",
            "platform.tree",
            "platform.unsealed",
            "platform.checkpoint",
        ]);
}
