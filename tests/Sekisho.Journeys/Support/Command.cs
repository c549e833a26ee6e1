using System.Diagnostics;

namespace Sekisho.Journeys.Support;

/// <summary>Runs a program to its end and keeps what it said.</summary>
internal sealed record Command(int ExitCode, string Out, string Error)
{
    public static async Task<Command> RunAsync(string program, IEnumerable<string> arguments, string? input = null, TimeSpan? limit = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Checkout.Root,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal)) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (input is not null) await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        using var stop = new CancellationTokenSource(limit ?? TimeSpan.FromMinutes(5));
        try
        {
            await process.WaitForExitAsync(stop.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException(program + " " + string.Join(' ', arguments) + " did not end.\n" + await error);
        }
        return new(process.ExitCode, await output, await error);
    }

    /// <summary>The verb of the executable under test.</summary>
    public static Task<Command> SekishoAsync(params string[] arguments) => RunAsync(Path.Combine(Checkout.Root, "sekisho"), arguments);

    public Command Succeeded()
    {
        ExitCode.ShouldBe(0, Out + Error);
        return this;
    }
}
