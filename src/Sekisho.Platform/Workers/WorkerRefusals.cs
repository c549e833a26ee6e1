using Sekisho.Kernel;

namespace Sekisho.Platform.Workers;

/// <summary>Why there is no answer from a worker. The stage is stable; an item that meets one is held with it, never passed.</summary>
public static class WorkerRefusals
{
    public static Refusal Died { get; } = new("worker.died", "無害化の処理が途中で異常終了しました。", "原本は保管しています。管理者が再処理するか、破棄してください。");
    public static Refusal TimedOut { get; } = new("worker.timeout", "処理時間の上限に達したため中止しました。", "原本は保管しています。送信者に、小さく分けて送り直すよう依頼してください。");
    public static Refusal Memory { get; } = new("worker.memory", "処理に必要なメモリが上限を超えました。", "原本は保管しています。送信者に、小さく分けて送り直すよう依頼してください。");
    public static Refusal Protocol { get; } = new("worker.protocol", "無害化の処理から正しくない応答があったため、その処理を打ち切りました。", "原本は保管しています。攻撃の疑いがあるため、管理者に連絡してください。");
    public static Refusal Failed { get; } = new("worker.failed", "無害化の処理中に内部の誤りが起きました。", "原本は保管しています。管理者に連絡してください。");
    public static Refusal TooLarge { get; } = new("worker.too-large", "大きさが上限を超えたため、処理しませんでした。", "送信者に、小さく分けて送り直すよう依頼してください。");
    public static Refusal NoSandbox { get; } = new("sandbox.unavailable", "安全な隔離環境を作れないため、外から届いたデータを開けません。", "`sekisho status` に出る理由を取り除いてから、もう一度試してください。");
}
