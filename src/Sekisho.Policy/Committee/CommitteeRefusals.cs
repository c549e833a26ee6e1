using Sekisho.Kernel;

namespace Sekisho.Policy.Committee;

/// <summary>What several of the committee's commands answer.</summary>
internal static class CommitteeRefusals
{
    public static Refusal Gone { get; } = new("policy.meeting.gone", "この会議がありません。", "委員会の一覧から選び直してください。") { IsNotFound = true };
    public static Refusal Closed { get; } = new("policy.meeting.closed", "この会議は閉会しています。", "新しい会議を招集してください。") { IsConflict = true };
    public static Refusal Changed { get; } = new("policy.meeting.changed", "ほかの人が先に変えました。", "画面を読み込み直してください。") { IsConflict = true };
    public static Refusal NotOpen { get; } = new("policy.meeting.notopen", "この会議はまだ開会していません。", "出席を記録して開会してから、議決を記録してください。") { IsConflict = true };
    public static Refusal Decided { get; } = new("policy.meeting.decided", "この議題は、もう決まっています。", "画面を読み込み直してください。") { IsConflict = true };
}
