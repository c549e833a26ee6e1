using System.CommandLine;
using Sekisho.Kernel;
using Sekisho.Kernel.Facts;

namespace Sekisho.Commands;

/// <summary><c>facts list</c>: the closed vocabulary of evidence facts as a table.</summary>
internal static class FactsCommand
{
    internal static Command Make()
    {
        var format = CommonOptions.Format("tsv");
        var list = new Command("list", "事実の語彙を一覧にする") { format };
        list.SetAction(_ =>
        {
            Console.Out.Write(Table());
            return ExitCodes.Done;
        });
        return new Command("facts", "判定が読む事実") { list };
    }

    /// <summary>Header and one line a fact, in vocabulary order; lists inside a field are joined by commas.</summary>
    internal static string Table() => string.Concat(FactSchema.All.Select(Row).Prepend(
        "fact\tmeaning_ja\tproducer_module\ttarget_kinds\tvolume\tarrival\tpayload_fields\tside_fields\n"));

    private static string Row(FactSchema s) => string.Join('\t', s.Name, s.Meaning, s.Producer.ToString(), string.Join(',', s.Targets.Select(t => t.Code())),
        s.Volume.ToString().ToLowerInvariant(), s.Arrival.ToString().ToLowerInvariant(), string.Join(',', s.Fields.Select(f => f.Name)),
        string.Join(',', s.Fields.Where(f => f.IsSide).Select(f => f.Name))) + "\n";
}
