using Sekisho.Platform;

namespace Sekisho.Shell;

/// <summary>
/// One of the ten steps of the first week (rule M10): 1 機関, 2 組織, 3 職, 4 人, 5 役割, 6 条文, 7 範囲, 8 値, 9 様子見, 10 切替え.
/// The page takes the words from <c>shell.setup.N</c>; the module says how far it is and where it is done.
/// </summary>
/// <param name="Number">1 to 10.</param>
/// <param name="Href">Page on which the step is done.</param>
public sealed record SetupStep(int Number, string Href, Func<ReadScope, CancellationToken, Task<SetupState>> StateAsync);
