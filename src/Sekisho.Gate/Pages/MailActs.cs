using Sekisho.Gate.Holding;
using Sekisho.Gate.Release;
using Sekisho.Kernel;
using Sekisho.Platform;

namespace Sekisho.Gate.Pages;

/// <summary>The acts of a mail's page, each one command.</summary>
internal sealed class MailActs(CommandRunner commands, HeldMails held, LockedMail locked, RequestRelease release)
{
    internal Task<Result<Guid>> AskAsync(Guid commandId, Actor actor, string id, string reason, CancellationToken ct) => release.RunAsync(commandId, actor, id, reason, ct);

    internal Task<Result<bool>> OpenAsync(Guid commandId, Actor actor, string id, string password, CancellationToken ct) => locked.OpenAsync(commandId, actor, id, password, ct);

    internal Task<Result<bool>> AgainAsync(Guid commandId, Actor actor, string id, int version, CancellationToken ct) =>
        commands.RunAsync<bool>(commandId, "gate.mail.reprocess", actor, (work, token) => held.ReprocessAsync(work, id, version, token), ct);

    internal Task<Result<bool>> DiscardAsync(Guid commandId, Actor actor, string id, int version, CancellationToken ct) =>
        commands.RunAsync<bool>(commandId, "gate.mail.discard", actor, (work, token) => held.DiscardAsync(work, id, version, token), ct);
}
