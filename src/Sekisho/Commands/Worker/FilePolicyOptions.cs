using Sekisho.Kernel.Sanitising;
using Sekisho.Sanitizing;
using Sekisho.Sanitizing.HtmlBodies;
using Sekisho.Sanitizing.Mail;

namespace Sekisho.Commands.Worker;

/// <summary>The choices of a policy as they stand in a worker's request (<see cref="SanitisePolicy.For"/>). What is not said has its default.</summary>
internal static class FilePolicyOptions
{
    /// <param name="options">Of the request.</param>
    /// <param name="plain">The defaults of the caller.</param>
    internal static FilePolicy Read(IReadOnlyDictionary<string, string> options, FilePolicy plain)
    {
        var choices = Choices(options);
        var general = Of(choices, "", plain) with { Version = choices.GetValueOrDefault("version", plain.Version) };
        var formats = SanitiseChoices.Formats.Where(f => choices.Keys.Any(k => k.StartsWith(f + ".", StringComparison.Ordinal)));
        return general with { Formats = formats.ToDictionary(f => f, f => Of(choices, f + ".", general), StringComparer.Ordinal) };
    }

    internal static MailPolicy Mail(IReadOnlyDictionary<string, string> options)
    {
        var choices = Choices(options);
        return new MailPolicy
        {
            Version = choices.GetValueOrDefault("version", "mail-1"),
            Links = choices.GetValueOrDefault("mail_links") switch { "show" => LinkStyle.Show, "host" => LinkStyle.HostOnly, "remove" => LinkStyle.Remove, _ => LinkStyle.Defang },
            OldCharset = choices.GetValueOrDefault("mail_charset") is "iso-2022-jp",
        };
    }

    private static FilePolicy Of(Dictionary<string, string> choices, string prefix, FilePolicy plain)
    {
        return plain with
        {
            Levels = choices.TryGetValue(prefix + SanitiseChoices.Levels, out var levels) ? Ladder(levels) : plain.Levels,
            Links = Word("links") switch { "keep" => LinkPolicy.Keep, "defang" => LinkPolicy.Defang, "remove" => LinkPolicy.Remove, _ => plain.Links },
            KeepHidden = Keeps("hidden", plain.KeepHidden), KeepComments = Keeps("comments", plain.KeepComments), KeepMetadata = Keeps("metadata", plain.KeepMetadata),
            FlattenForms = Word("forms") is { } forms ? forms is "flatten" : plain.FlattenForms, RecurseEmbedded = Word("embedded") is { } inner ? inner is "recurse" : plain.RecurseEmbedded,
            ArchiveWhole = Word("archive") is { } archive ? archive is "whole" : plain.ArchiveWhole,
            AcceptPictureMismatch = Word("pictures") is { } pictures ? pictures is "correct" : plain.AcceptPictureMismatch,
            LockAgain = Word("passwords") is { } passwords ? passwords is "protect" : plain.LockAgain,
            AcceptMacroFlavourMismatch = Word("macros") is { } macros ? macros is "convert" : plain.AcceptMacroFlavourMismatch,
        };

        string? Word(string choice) => choices.GetValueOrDefault(prefix + choice);
        bool Keeps(string choice, bool otherwise) => Word(choice) is { } word ? word is "keep" : otherwise;
    }

    private static SanitiseLevel[] Ladder(string levels) => [.. levels.Split(',').Where(SanitiseChoices.Steps.Contains).Select(l => Enum.Parse<SanitiseLevel>(l, ignoreCase: true))];

    private static Dictionary<string, string> Choices(IReadOnlyDictionary<string, string> options) =>
        options.GetValueOrDefault(SanitisePolicy.Option, "").Split(';', StringSplitOptions.RemoveEmptyEntries).Select(c => c.Split('=', 2)).Where(c => c.Length == 2).ToDictionary(c => c[0], c => c[1], StringComparer.Ordinal);
}
