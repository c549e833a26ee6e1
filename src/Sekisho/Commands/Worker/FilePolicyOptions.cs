using Sekisho.Sanitizing;

namespace Sekisho.Commands.Worker;

/// <summary>A file policy as options of a worker's request: <c>policy.version</c>, <c>policy.links</c> (keep, remove), <c>policy.comments</c>, <c>policy.hidden</c> (keep, remove), <c>policy.archive</c> (whole, each), <c>policy.pictures</c> (strict, correct), <c>policy.macros</c> (strict, convert). What is not said has its default.</summary>
internal static class FilePolicyOptions
{
    internal const string Prefix = "policy.";

    /// <summary>Each choice and the words it takes; the first is the default.</summary>
    internal static readonly IReadOnlyDictionary<string, string[]> Choices = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["links"] = ["keep", "remove"], ["comments"] = ["keep", "remove"], ["hidden"] = ["keep", "remove"],
        ["archive"] = ["whole", "each"], ["pictures"] = ["strict", "correct"], ["macros"] = ["strict", "convert"],
    };

    internal static FilePolicy Read(IReadOnlyDictionary<string, string> options)
    {
        var plain = new FilePolicy();
        return plain with
        {
            Version = options.GetValueOrDefault(Prefix + "version", plain.Version),
            Links = Is("links", "remove") ? LinkPolicy.Remove : LinkPolicy.Keep,
            KeepComments = !Is("comments", "remove"), KeepHidden = !Is("hidden", "remove"), ArchiveWhole = !Is("archive", "each"),
            AcceptPictureMismatch = Is("pictures", "correct"), AcceptMacroFlavourMismatch = Is("macros", "convert"),
        };

        bool Is(string choice, string word) => string.Equals(options.GetValueOrDefault(Prefix + choice), word, StringComparison.Ordinal);
    }
}
