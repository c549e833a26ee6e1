namespace Sekisho.Tests.Support;

/// <summary>Outputs approved as files under tests/Sekisho.Tests/approved. A difference fails and leaves the new text beside it as *.received.txt.</summary>
internal static class Approved
{
    public static void Match(string name, IEnumerable<string> lines)
    {
        var actual = string.Join('\n', lines) + "\n";
        var path = Path.Combine(Folder(), name);
        var approved = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        var received = Path.ChangeExtension(path, ".received.txt");
        if (string.Equals(actual, approved, StringComparison.Ordinal))
        {
            File.Delete(received);
            return;
        }
        File.WriteAllText(received, actual);
        var (now, before) = (actual.Split('\n'), approved.Split('\n'));
        Assert.Fail($"{name}: new [{string.Join(", ", now.Except(before))}], gone [{string.Join(", ", before.Except(now))}]. On purpose? Then put {Path.GetFileName(received)} in its place.");
    }

    private static string Folder()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "Sekisho.slnx"))) return Path.Combine(at.FullName, "tests", "Sekisho.Tests", "approved");
        throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
