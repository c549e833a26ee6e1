using Sekisho.Commands;
using Sekisho.Commands.Worker;

// The sandboxed verbs come first and touch nothing else: no host, no command line library, no database mapper is loaded for them (rule T7).
return args switch
{
    ["worker"] => await WorkerEntry.RunAsync(),
    ["worker-probe", var forbiddenFile] => ProbeEntry.Run(forbiddenFile),
    _ => await CommandLineEntry.RunAsync(args),
};
