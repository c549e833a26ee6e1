using Sekisho.Gate.Model;
using Sekisho.Gate.Processing;
using Sekisho.Kernel;

namespace Sekisho.Gate.Release;

/// <summary>Whether a mail may be put up for release, and by what reason; pure.</summary>
internal static class ReleaseDecision
{
    internal const int LongestReason = 500;

    internal static Result<string> Decide(Mail mail, bool isAsked, string reason)
    {
        if (mail.State != MailState.Held) return GateRefusals.NotHeld;
        if (!IsReleasable(mail)) return GateRefusals.NothingToDeliver;
        if (isAsked) return new Refusal("release.asked", "このメールの引渡しは、すでに申請されています。", "決裁の画面で結果を待ってください。") { IsConflict = true };
        var text = reason.Trim();
        return text.Length is > 0 and <= LongestReason ? text
            : new Refusal("release.reason", "理由がないか、長すぎます。", "なぜ必要かを500字までで書いてください。") { Field = "reason" };
    }

    /// <summary>Only what was verified and scanned may go, and only when a person's judgement is what it waits for.</summary>
    internal static bool IsReleasable(Mail mail) => mail is { State: MailState.Held, OutObject: not null, OutSha256: not null }
        && (mail.HoldStage == GateRefusals.PartHeld.Stage || mail.HoldStage == GateRefusals.Ambiguous.Stage);

    /// <summary>The gate itself was away: to be treated again when it is back.</summary>
    internal static bool MayTryAgain(Mail mail) => mail.State == MailState.Held && !IsReleasable(mail);
}
