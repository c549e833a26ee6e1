using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
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
        // One file after the other goes through `sanitise`: it does not wait for the other verbs to be described.
        var parsed = (args is ["sanitise", ..] ? Alone(SanitiseCommand.Make(TimeProvider.System)) : Root(TimeProvider.System)).Parse(args);
        // Signals are ours: `up` stops in order, and the library's own handler would answer a second time.
        return Refused(parsed, Console.Error) ?? await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
    }

    /// <summary>What was typed wrongly, on the error stream: stdout belongs to answers. Null when there is something to run.</summary>
    internal static int? Refused(ParseResult parsed, TextWriter error)
    {
        if (parsed.Action is not ParseErrorAction) return null;
        foreach (var wrong in parsed.Errors) error.WriteLine("sekisho: " + wrong.Message.TrimEnd('.'));
        error.WriteLine("  → 使い方は ./sekisho --help と ./sekisho 動詞 --help で見られます。");
        return ExitCodes.Usage;
    }

    internal static RootCommand Root(TimeProvider time) => Named(Verbs(time));

    private static RootCommand Alone(Command verb) => Named(new RootCommand(Title) { verb });

    private static RootCommand Named(RootCommand root)
    {
        root.Options.OfType<HelpOption>().First().Description = "使い方を示す";
        return root;
    }

    private const string Title = "関所 — 情報セキュリティポリシーを動くかたちにする";

    private static RootCommand Verbs(TimeProvider time) => new(Title)
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
