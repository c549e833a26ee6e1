namespace Sekisho.Commands;

/// <summary>Everything a person types. Apart from Program.cs so that the worker never loads the command line library.</summary>
internal static class CommandLineEntry
{
    internal static Task<int> RunAsync(string[] args) => Task.FromResult(args.Length == 0 ? 0 : 2);
}
