using Sekisho.Gate.Holding;
using Sekisho.Gate.Release;
using Sekisho.Kernel;
using Sekisho.Platform;

namespace Sekisho.Gate.Pages;

/// <summary>The three acts of a mail's page, each one command.</summary>
internal sealed class MailActs(CommandRunner commands, HeldMails held, RequestRelease release)
{
    internal Task<Result<Guid>> AskAsync(Guid commandId, Actor actor, string id, string reason, CancellationToken ct) => release.RunAsync(commandId, actor, id, reason, ct);

    internal Task<Result<bool>> AgainAsync(Guid commandId, Actor actor, string id, int version, CancellationToken ct) =>
        commands.RunAsync<bool>(commandId, "gate.mail.reprocess", actor, (work, token) => held.ReprocessAsync(work, id, version, token), ct);

    internal Task<Result<bool>> DiscardAsync(Guid commandId, Actor actor, string id, int version, CancellationToken ct) =>
        commands.RunAsync<bool>(commandId, "gate.mail.discard", actor, (work, token) => held.DiscardAsync(work, id, version, token), ct);
}
