using Sekisho.Bench.Judge;
using Sekisho.Bench.Ledger;
using Sekisho.Bench.Policy;
using Sekisho.Bench.Suggest;

// One benchmark a name; each prints its result and writes it to benchmarks/results.
return args switch
{
    ["ledger", ..] => await LedgerBench.RunAsync(args[1..]),
    ["judge"] => JudgeBench.Run(),
    ["suggest"] => SuggestBench.Run(),
    ["policy"] => PolicyBench.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: ledger [--leaves N] | judge | suggest | policy");
    return 2;
}
