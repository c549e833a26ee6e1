using Sekisho.Bench.Judge;
using Sekisho.Bench.Ledger;
using Sekisho.Bench.Suggest;

// One benchmark a name; each prints its result and writes it to benchmarks/results.
return args switch
{
    ["ledger", ..] => await LedgerBench.RunAsync(args[1..]),
    ["judge"] => JudgeBench.Run(),
    ["suggest"] => SuggestBench.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: ledger [--leaves N] | judge | suggest");
    return 2;
}
