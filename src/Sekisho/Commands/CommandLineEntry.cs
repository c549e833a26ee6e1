using System.CommandLine;
using System.Globalization;
using System.Text;

namespace Sekisho.Commands;

/// <summary>Everything a person types. Apart from Program.cs so that the worker never loads the command line library.</summary>
internal static class CommandLineEntry
{
    internal static async Task<int> RunAsync(string[] args)
    {
        // Rule T13: the process compares and formats without a culture; people's text is chosen from word tables.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("ja-JP");
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        // Signals are ours: `up` stops in order, and the library's own handler would answer a second time.
        return await Root(TimeProvider.System).Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
    }

    internal static RootCommand Root(TimeProvider time) => new("関所 — 情報セキュリティポリシーを動くかたちにする")
    {
        UpCommand.Make(time),
        StatusCommand.Make(),
        DemoCommand.Make(time),
        FactsCommand.Make(),
        PackCommand.Make(),
        ControlsCommand.Make(),
        PolicyCommand.Make(time),
        LedgerCommand.Make(time),
        SanitiseCommand.Make(time),
        BackupCommand.Backup(time),
        BackupCommand.Restore(time),
    };
}
