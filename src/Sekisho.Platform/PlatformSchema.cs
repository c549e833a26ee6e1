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
            "platform.approval.submitted",
            "platform.approval.agreed",
            "platform.approval.rejected",
            "platform.approval.returned",
            "platform.approval.withdrawn",
            "platform.approval.resubmitted",
            "platform.approval.looked_at",
            "platform.approval.delegated",
            "platform.approval.delegation_ended",
            "platform.approval.ended",
            "platform.contact.changed",
            "platform.duty.defined",
            "platform.duty.opened",
            "platform.duty.reminded",
            "platform.duty.overdue",
            "platform.duty.completed",
            "platform.duty.cancelled",
            "platform.calendar.changed",
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
            "platform.saved_view",
        ]);
}
