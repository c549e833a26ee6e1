using Sekisho.Kernel;
using Spectre.Console;

namespace Sekisho.Hosting;

/// <summary>Shows each long step on stderr: a spinner on a terminal, two words a line elsewhere. stdout belongs to the answer.</summary>
internal sealed class StepReporter(TimeProvider time)
{
    private readonly IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });

    /// <summary>Runs one step; its refusal is returned, its duration shown.</summary>
    internal async Task<Result<T>> RunAsync<T>(string what, Func<Task<Result<T>>> step)
    {
        var start = time.GetTimestamp();
        var result = console.Profile.Capabilities.Interactive
            ? await console.Status().StartAsync(Markup.Escape(what) + " …", _ => step())
            : await step();
        var end = result.IsOk ? "済み" : "失敗";
        console.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{what} … {end}({time.GetElapsedTime(start).TotalSeconds:0.0} 秒)"));
        return result;
    }

    internal void Say(string line) => console.WriteLine(line);
}
