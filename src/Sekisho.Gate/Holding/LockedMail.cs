using Sekisho.Gate.Model;
using Sekisho.Gate.Processing;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Platform;

namespace Sekisho.Gate.Holding;

/// <summary>
/// A held mail opened with the password a person types (ZP-07, OX-24, OL-07, PD-13). The password lives in this request and in one frame to the worker: it is
/// no argument of a job, no field of a row, no part of a record. The result goes through the same steps as any other mail.
/// </summary>
internal sealed class LockedMail(CommandRunner commands, HeldMails held, MailShelf shelf, MailBench bench, MailRecorder recorder, IdSource ids)
{
    public const int LongestPassword = 256;
    private static readonly string[] Rules = ["ZP-07", "OX-24", "OL-07", "PD-13"];

    /// <summary>True for what a password opens.</summary>
    internal static bool IsLocked(string rule, FindingAction action) => action == FindingAction.Held && Rules.Contains(rule, StringComparer.Ordinal);

    public async Task<Result<bool>> OpenAsync(Guid commandId, Actor actor, string id, string password, CancellationToken ct)
    {
        if (password.Length is 0 or > LongestPassword) return GateRefusals.NoPassword;
        // A number of its own: the same form sent twice is two tries.
        var counted = await commands.RunAsync<bool>(ids.Next(), "gate.mail.password", actor, (work, token) => held.TryPasswordAsync(work, id, token), ct);
        if (!counted.IsOk) return counted;
        if (await shelf.MailAsync(id, ct) is not { State: MailState.Held } mail) return GateRefusals.NotHeld;
        var result = await bench.TreatAsync(mail, password, ct);
        if (result.Reply?.Findings.Any(f => IsLocked(f.Rule, f.Action)) == true) return GateRefusals.WrongPassword;
        // Without an answer of the worker the mail stays as it was; the person is told what is away.
        if (result.Reply is null && result.Hold is { } away) return away;
        var kept = await bench.KeepAsync(mail, result, ct);
        return await commands.RunAsync<bool>(commandId, "gate.mail.open", actor, async (work, token) =>
        {
            var open = await held.ReopenAsync(work, id, token);
            return open.IsOk ? await recorder.WriteAsync(work, id, result, kept, token) : open;
        }, ct);
    }
}
