using Sekisho.Kernel;

namespace Sekisho.Gate.Processing;

/// <summary>Why a mail is held or not delivered, in words for the people who decide.</summary>
internal static class GateRefusals
{
    public static Refusal OriginalUnreadable { get; } = new(
        "content.unavailable", "保管した原本を読み出せません。", "鍵と保管場所を確かめ、直ったら「もう一度処理する」を押してください。");
    public static Refusal ScannerAway { get; } = new(
        "scanner.unavailable", "ウイルス検査を実行できなかったため保留しました。", "検査が動いていることを確かめ、「もう一度処理する」を押してください。");
    public static Refusal OutputInfected { get; } = new(
        "scanner.output", "作り直した後のメールからも不正プログラムを検知しました。", "渡さずに破棄し、差出人に電話などで確かめてください。");
    public static Refusal NotVerified { get; } = new(
        "verify.refused", "作り直した結果が、二つ目の検査を通りませんでした。", "原本は保管しています。管理者に連絡してください。");
    public static Refusal Infected { get; } = new(
        "scanner.infected", "メールから不正プログラムを検知したため遮断しました。", "差出人に電話などで確かめてください。");
    public static Refusal PartHeld { get; } = new(
        "part.held", "パスワードの付いた添付などが在り、人の判断を待っています。", "パスワードが分かるなら入力して開くか、除いて渡すか、破棄するかを決めてください。");
    public static Refusal WrongPassword { get; } = new(
        "password.wrong", "このパスワードでは開けませんでした。", "差出人に確かめ、もう一度入力してください(10分間に5回まで)。") { Field = "password" };
    public static Refusal NoPassword { get; } = new(
        "password.missing", "パスワードが入力されていないか、長すぎます。", "差出人から知らされたパスワードを入力してください。") { Field = "password" };
    public static Refusal TooManyPasswords { get; } = new(
        "password.locked", "パスワードの入力回数が上限に達しました。", "10分ほど待ってから、もう一度入力してください。") { Field = "password" };
    public static Refusal Ambiguous { get; } = new(
        "mail.ambiguous", "二通りに読める構造のメールのため保留しました。", "差出人に確かめ、要らなければ破棄してください。");
    public static Refusal NotHeld { get; } = new(
        "mail.not-held", "このメールは、もう保留されていません。", "一覧に戻って、今の状態を確かめてください。") { IsConflict = true };
    public static Refusal Missing { get; } = new("mail.missing", "見つかりません。", "一覧に戻って確かめてください。") { IsNotFound = true };
    public static Refusal RecipientGone { get; } = new(
        "mail.recipient", "宛先が、受付の途中で無くなりました。", "送り直すと、今の宛先で受け付けるかどうかが分かります。");
    public static Refusal TooMany { get; } = new(
        "mail.too-many", "同じ差出人から短時間に多数のファイルが届いたため、受付を待たせています。", "差出人のサーバーは後でもう一度送ります。続くときは差出人に確かめてください。");
    public static Refusal NothingToDeliver { get; } = new(
        "mail.nothing", "このメールには、渡せる結果が在りません。", "もう一度処理するか、破棄してください。");
}
