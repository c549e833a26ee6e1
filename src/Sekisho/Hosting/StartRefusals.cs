using Sekisho.Kernel;
using Sekisho.Platform.Workers;

namespace Sekisho.Hosting;

/// <summary>Why an installation does not start, in sentences an administrator can act on.</summary>
internal static class StartRefusals
{
    private const int NoSpace = 28, ReadOnlyFiles = 30;

    internal static Refusal NoRight(string folder) => new("start.right",
        $"{folder} を読み書きする権限がありません。", "データフォルダーの持ち主で実行するか、--data で別の場所を指定してください。");

    internal static Refusal Storage(string folder, IOException e) => (e.HResult & 0xFFFF) switch
    {
        NoSpace => DiskFull(folder),
        ReadOnlyFiles => new("start.read-only", $"{folder} は読み取り専用の場所にあります。", "書き込める場所を --data で指定してください。"),
        _ => new("start.storage", $"{folder} を使えません({e.Message})。", "ディスクと権限を確かめてください。"),
    };

    internal static Refusal DiskFull(string folder) => new("start.disk-full",
        $"{folder} のあるディスクに空きがほとんどありません。", "1 GiB 以上の空きを作るか、--data で別のディスクを指定してください。");

    internal static Refusal PortInUse(int port, string option) => new("start.port",
        $"ポート {port} は別のプログラムが使っています。", $"{option} で空いているポートを指定するか、そのプログラムを止めてください。");

    internal static Refusal PortForbidden(int port, string option) => new("start.port-right",
        $"ポート {port} を開く権限がありません。", $"{option} に 1024 以上のポートを指定してください。");

    internal static Refusal Running(string folder) => new("start.running",
        $"{folder} の関所はすでに動いています。", "止めるには、動かしている画面で Ctrl-C を押してください。状態は ./sekisho status で見られます。");

    internal static Refusal NotThere(string folder) => new("start.none",
        $"{folder} には関所がありません。", "先に ./sekisho up を実行するか、--data で場所を指定してください。");

    internal static Refusal Broken(string file, string why) => new("start.broken",
        $"データフォルダーが壊れています({file}: {why})。", "sekisho restore で控えから戻すか、新しい --data で始めてください。中身は消していません。");

    internal static Refusal NoCluster(string why) => new("start.database",
        $"データベースを起動できませんでした({why})。", "括弧の中の理由を取り除いてから、もう一度実行してください。データが壊れているときは、sekisho restore で控えから別の --data に戻せます。中身は消していません。");

    internal static Refusal ExternalDatabase(string why) => new("start.database",
        $"SEKISHO_DATABASE のデータベースを使えません({why})。", "サーバーが動いていること、接続の文字列、その利用者が役割とデータベースを作れること(CREATEROLE、CREATEDB)を確かめてください。");

    internal static Refusal NewerServer(int recorded, int found) => new("start.database-version",
        $"データは PostgreSQL {recorded} で作られていますが、この機械には {found} しかありません。",
        $"postgresql-{recorded} を入れてください。移行するには pg_upgradecluster の前に sekisho backup を取ってください。");

    internal static Refusal Keys(string folder) => new("start.keys",
        $"鍵のフォルダー {folder} の鍵を読めません。", "鍵(kek、sealer.pem)を控えから戻し、持ち主だけが読める(0600)ようにしてください。");

    internal static Refusal NoSandbox(SandboxState state) => new("sandbox.unavailable",
        $"安全な隔離環境を作れません({string.Join(' ', state.Violations.Append(state.Detail)).Trim()})。メールは受け付けません(451)。", "bubblewrap が入っているか、利用者名前空間が許されているか(sysctl kernel.unprivileged_userns_clone)を確かめてください。");

    internal static Refusal NoKey(string file, string why) => new("start.key",
        $"保管の鍵 {file} を使えません({why})。メールは受け付けません(451)。", "控えた鍵を元の場所に戻してください(持ち主だけが読めるように)。戻せば、そのまま動き出します。");

    internal static Refusal Stopped(string folder) => new("start.stopped",
        $"{folder} の関所は、内部の誤りのため止まりました。", "上の行の記録を確かめ、もう一度実行してください。受け付けたメールは失われていません。");

    internal static Refusal Certificate(string file, string why) => new("start.certificate",
        $"証明書 {file} を使えません({why})。", "証明書と秘密鍵を一つの PEM ファイルにまとめて --tls-cert で指定してください。");
}
