using Sekisho.Architecture.Support;

namespace Sekisho.Architecture.Arrows;

/// <summary>A project is a wall (architecture §2). Each rule has a planted violation that must be found.</summary>
public sealed class ArrowTests
{
    [Fact]
    public void Projects_see_only_what_the_table_allows() =>
        ProjectFile.All().SelectMany(Arrows.Violations).ShouldBeEmpty();

    [Theory]
    [InlineData("Sekisho.Gate", "Sekisho.Sanitizing")]
    [InlineData("Sekisho.Verifying", "Sekisho.Sanitizing")]
    [InlineData("Sekisho.Platform", "Sekisho.Organisation")]
    [InlineData("Sekisho.Policy", "Sekisho.Organisation")]
    [InlineData("Sekisho.Kernel", "Sekisho.Mime")]
    public void A_planted_arrow_is_found(string from, string to)
    {
        var planted = ProjectFile.Parse(from, $"<Project><ItemGroup><ProjectReference Include=\"../{to}/{to}.csproj\" /></ItemGroup></Project>");
        Arrows.Violations(planted).ShouldHaveSingleItem().ShouldContain(to);
    }

    [Fact]
    public void A_planted_package_in_an_engine_is_found()
    {
        var planted = ProjectFile.Parse("Sekisho.PolicyText", "<Project><ItemGroup><PackageReference Include=\"Npgsql\" /></ItemGroup></Project>");
        Arrows.Violations(planted).ShouldHaveSingleItem().ShouldContain("Npgsql");
    }

    [Fact]
    public void Built_assemblies_use_no_project_that_their_project_file_does_not_name()
    {
        foreach (var project in ProjectFile.All().Where(p => p.Name != "Sekisho"))
        {
            using var reader = new AssemblyReader(BuiltAssemblies.PathOf(project.Name));
            reader.References.Where(r => r.StartsWith("Sekisho.", StringComparison.Ordinal))
                .Except(Closure(project.Name), StringComparer.Ordinal).ShouldBeEmpty(project.Name);
        }
    }

    [Fact]
    public void Only_worker_commands_name_the_worker_side()
    {
        using var reader = new AssemblyReader(BuiltAssemblies.PathOf("sekisho"));
        HostileUses(reader.Uses()).ShouldBeEmpty();
        reader.Uses().ShouldContain(u => u.Used.StartsWith("Sekisho.Sanitizing!", StringComparison.Ordinal), "the guard must see the uses it allows");
    }

    [Fact]
    public void A_planted_use_of_the_worker_side_is_found() =>
        HostileUses([("Sekisho.Commands.UpCommand", "Sekisho.Sanitizing!Sekisho.Sanitizing.FileSanitiser.Sanitise")]).ShouldHaveSingleItem();

    [Fact]
    public void Untrusted_bytes_are_opened_on_the_worker_side_only()
    {
        foreach (var project in ProjectFile.All().Where(p => !Arrows.WorkerSide.Contains(p.Name)))
        {
            using var reader = new AssemblyReader(BuiltAssemblies.PathOf(project.Name == "Sekisho" ? "sekisho" : project.Name));
            reader.Uses().Where(u => u.Used.Contains("UntrustedAccess", StringComparison.Ordinal)
                && !u.User.StartsWith("Sekisho.Commands.Worker.", StringComparison.Ordinal)).ShouldBeEmpty(project.Name);
        }
    }

    private static IEnumerable<string> HostileUses(IEnumerable<(string User, string Used)> uses) =>
        uses.Where(u => Arrows.WorkerSide.Any(p => u.Used.StartsWith(p + "!", StringComparison.Ordinal))
                && !u.User.StartsWith("Sekisho.Commands.Worker.", StringComparison.Ordinal))
            .Select(u => u.User + " uses " + u.Used).Distinct(StringComparer.Ordinal);

    private static HashSet<string> Closure(string name)
    {
        var all = ProjectFile.All().ToDictionary(p => p.Name, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var todo = new Stack<string>([name]);
        while (todo.TryPop(out var next))
            foreach (var p in all[next].Projects)
                if (seen.Add(p)) todo.Push(p);
        return seen;
    }
}
