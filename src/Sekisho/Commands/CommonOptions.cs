using System.CommandLine;

namespace Sekisho.Commands;

/// <summary>Options that several verbs share.</summary>
internal static class CommonOptions
{
    internal static Option<string?> Data() => new("--data") { Description = "データフォルダー(既定: root は /var/lib/sekisho、ほかは ~/.local/share/sekisho)", HelpName = "DIR" };

    internal static Option<string> Format(params string[] known)
    {
        var option = new Option<string>("--format") { Description = "出力の形", DefaultValueFactory = _ => known[0] };
        option.AcceptOnlyFromAmong(known);
        return option;
    }
}
