namespace Sekisho.Kernel;

/// <summary>
/// What sanitising did to a file or mail part. Machine codes of the sanitising matrix §0; shown as
/// 無害化済み / 無害化済み・除去あり / 画像化 / テキスト化 / 保留 / 遮断. Ordered from harmless to stopped.
/// </summary>
public enum Outcome { Clean, Cleaned, Raster, Text, Held, Blocked }
