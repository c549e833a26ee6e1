using System.CommandLine;
using Sekisho.Conformity.Packs;
using Sekisho.Kernel;

namespace Sekisho.Commands;

/// <summary><c>pack check DIR</c>: everything that is wrong in a folder of packs, with file and line, all at once.</summary>
internal static class PackCommand
{
    internal static Command Make()
    {
        var folder = new Argument<string>("DIR") { Description = "パックのフォルダー" };
        var check = new Command("check", "パックを確かめ、誤りをファイルと行で示す") { folder };
        check.SetAction(result => Check(result.GetRequiredValue(folder)));
        return new Command("pack", "自治体ごとのパック") { check };
    }

    private static int Check(string folder)
    {
        if (!Directory.Exists(folder)) return ExitCodes.Say([new Refusal("usage.folder", $"フォルダー {folder} がありません。", "パックのあるフォルダーを指定してください。")]);
        var problems = PackReader.Check(PackFolder.Read(folder));
        foreach (var problem in problems) Console.Out.WriteLine(problem);
        return problems.Count == 0 ? ExitCodes.Done : ExitCodes.AnswerIsNo;
    }
}
