using System.Globalization;
using Sekisho.Bench.Board;
using Sekisho.Bench.Efficacy;
using Sekisho.Bench.Fidelity;
using Sekisho.Bench.Fuzz;
using Sekisho.Bench.Judge;
using Sekisho.Bench.Ledger;
using Sekisho.Bench.Policy;
using Sekisho.Bench.Sanitise;
using Sekisho.Bench.Suggest;

// One benchmark a name; each prints its result and writes it to benchmarks/results.
return args switch
{
    ["ledger", ..] => await LedgerBench.RunAsync(args[1..]),
    ["judge"] => JudgeBench.Run(),
    ["board"] => await BoardBench.RunAsync(),
    ["suggest"] => SuggestBench.Run(),
    ["policy"] => PolicyBench.Run(),
    ["fuzz", var format, var minutes] => FuzzBench.Run(format, Number(minutes), 1),
    ["fuzz", var format, var minutes, var seed] => FuzzBench.Run(format, Number(minutes), (int)Number(seed)),
    ["fuzz-child", var format, var seconds, var seed, var first, var more] => FuzzChild.Run(format, Number(seconds), (int)Number(seed), (int)Number(first), more),
    ["fuzz-item", var format, var seed, var number, var file] => FuzzChild.Show(format, (int)Number(seed), (int)Number(number), MadeDocuments.Folder(), Path.GetFullPath(file)),
    ["sanitise"] => SanitiseBench.Run(60),
    ["sanitise", var files] => SanitiseBench.Run((int)Number(files)),
    ["efficacy"] => EfficacyBench.Run(null),
    ["efficacy", var folder] => EfficacyBench.Run(Path.GetFullPath(folder)),
    ["fidelity"] => FidelityBench.Run(null),
    ["fidelity", var folder] => FidelityBench.Run(Path.GetFullPath(folder)),
    _ => Usage(),
};

static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

static int Usage()
{
    Console.Error.WriteLine("usage: ledger [--leaves N] | judge | board | suggest | policy | fuzz FORMAT|all MINUTES [SEED] | fidelity [FOLDER] | efficacy [FOLDER] | sanitise [FILES]");
    return 2;
}
