using System.Diagnostics;

namespace Sekisho.Journeys.Support;

/// <summary>What an installation has that others have not.</summary>
internal sealed record InstallationTwist
{
    /// <summary>A command that runs the one behind it, e.g. in a namespace of its own.</summary>
    public IReadOnlyList<string> Within { get; init; } = [];
    /// <summary>Options of the first start only: what is said once must be remembered.</summary>
    public string[] FirstStart { get; init; } = [];
    /// <summary>An existing folder that will hold the data folder; null = a fresh one below the temporary folder.</summary>
    public string? Folder { get; init; }
    /// <summary>For <c>up</c> and every verb.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    internal ProcessStartInfo Start(string program, IEnumerable<string> arguments, ProcessStartInfo start)
    {
        string[] all = [.. Within, program, .. arguments];
        start.FileName = all[0];
        foreach (var argument in all[1..]) start.ArgumentList.Add(argument);
        foreach (var (name, value) in Environment) start.Environment[name] = value;
        return start;
    }
}
