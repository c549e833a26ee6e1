using System.Globalization;
using Sekisho.Platform.Ledger;

namespace Sekisho.Commands;

/// <summary>The answer of <c>ledger verify</c> in words.</summary>
internal static class LedgerText
{
    internal static string Of(LedgerReport report)
    {
        var head = string.Create(CultureInfo.InvariantCulture,
            $"台帳 {report.Origin}: {report.Size} 件、根 {Convert.ToBase64String(report.Root)}、チェックポイント {report.Checkpoints}、消去済み {report.Erased}");
        if (report.Fault is not { } fault) return head + "\n変更・並べ替え・削除・巻き戻しはありません。" + (report.TextsChecked ? "" : "(鍵がないため、消去できる本文は開いていません。)");
        return head + string.Create(CultureInfo.InvariantCulture, $"\n誤り: {fault.Leaf} 番 {Word(fault.Kind)}({fault.Detail})");
    }

    /// <summary>The answer of <c>ledger check</c>.</summary>
    internal static (bool IsGood, string Text) Of(InclusionProof proof, Checkpoint? signed)
    {
        if (signed is null) return (false, "誤り: この証明は、渡された公開鍵のチェックポイントと合いません。記録か道筋が変えられているか、別の鍵です。");
        var note = string.Create(CultureInfo.InvariantCulture,
            $"台帳 {signed.Origin} の {proof.Leaf} 番です。{signed.Size} 件の木、根 {Convert.ToBase64String(signed.Root)}、封印 {Kernel.Instant.Text(signed.SealedAt)}");
        return (true, "証明は正しいです。この記録は封印の時に台帳にあり、その後変えられていません。\n" + note + "\n記録: " + System.Text.Encoding.UTF8.GetString(proof.Record));
    }

    private static string Word(LedgerFaultKind kind) => kind switch
    {
        LedgerFaultKind.Gap => "番号が抜けているか重なっています",
        LedgerFaultKind.RecordMissing => "記録がありません",
        LedgerFaultKind.RecordChanged => "記録が変えられています",
        LedgerFaultKind.IndexChanged => "検索用の列が記録と違います",
        LedgerFaultKind.SideChanged => "本文が変えられているか、消去の記録なしに失われています",
        LedgerFaultKind.CheckpointMismatch => "署名されたチェックポイントと合いません",
        LedgerFaultKind.Truncated => "終わりが切られているか、古い控えに巻き戻されています",
        LedgerFaultKind.Unsigned => "チェックポイントのない記録が終わりにあります",
        _ => "封印の状態が記録と違います",
    };
}
