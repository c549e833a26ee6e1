using System.Reflection;
using Sekisho.Architecture.Arrows;
using Sekisho.Architecture.Support;

namespace Sekisho.Architecture.Words;

/// <summary>No interface with one implementation, except named seams.</summary>
public sealed class SeamTests
{
    private static readonly string[] Seams = [.. Repository.Text("tests/Sekisho.Architecture/approved/seams.txt")
        .Split('\n').Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t')[0])];

    [Fact]
    public void Interfaces_are_seams_or_have_several_implementations()
    {
        var types = ProjectFile.All().Select(p => Assembly.LoadFrom(BuiltAssemblies.PathOf(p.Name == "Sekisho" ? "sekisho" : p.Name)))
            .SelectMany(a => a.GetTypes()).ToArray();
        types.Where(t => t.IsInterface && (t.Namespace ?? "").StartsWith("Sekisho", StringComparison.Ordinal) && !Seams.Contains(t.FullName!.Split('`')[0]))
            .Where(t => types.Count(c => !c.IsInterface && c.GetInterfaces().Any(i => (i.IsGenericType ? i.GetGenericTypeDefinition() : i) == t)) < 2)
            .Select(t => t.FullName).ShouldBeEmpty();
    }
}
