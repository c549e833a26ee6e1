using Sekisho.Commands;
using Sekisho.Commands.Worker;

// The sandboxed verbs come first and touch nothing else: no host, no command line library, no database mapper is loaded for them (rule T7).
return args switch
{
    ["worker"] => await WorkerEntry.RunAsync(),
    ["worker-probe", var forbiddenFile] => ProbeEntry.Run(forbiddenFile),
    _ => await CommandLineEntry.RunAsync(args),
};

/// <summary>The executable.</summary>
internal partial class Program
{
    /// <summary>Version of the program, as in the file's own attribute.</summary>
    internal static string Version { get; } =
        typeof(Sekisho.Commands.CommandLineEntry).Assembly.GetName().Version?.ToString(3) ?? "0";
}
