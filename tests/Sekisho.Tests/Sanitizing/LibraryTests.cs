using System.Reflection;
using System.Text;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing;
using Sekisho.Tests.Support;
using Sekisho.Verifying;
using NoTools = Sekisho.Tests.Sanitizing.Files.NoTools;

namespace Sekisho.Tests.Sanitizing;

/// <summary>The engine as a library: its public surface is a file one has to change knowingly, and the code of its README runs.</summary>
public class LibraryTests
{
    [Fact]
    public void The_public_surface_is_the_approved_one() =>
        Approved.Match("sanitizing-api.txt", [.. new[] { typeof(FileSanitiser).Assembly, typeof(OutputVerifier).Assembly }.SelectMany(a => a.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal).SelectMany(Lines))]);

    [Fact]
    public void The_code_of_the_readme_runs()
    {
        var hostile = Encoding.UTF8.GetBytes("品名,数量\r\nペン,=1+1\r\n");
        INativeTools tools = new NoTools();
        // README begins
        var context = new FileContext("見積.csv", "text/csv", new SanitiseBudget(new SanitiseLimits()), new FilePolicy(), Depth: 0, tools);
        var result = FileSanitiser.Sanitise(new Untrusted<byte[]>(hostile), context);
        foreach (var finding in result.Findings) Console.WriteLine(finding.Place + ": " + FindingSentences.Of(finding));
        var safe = result.Output is { } output && OutputVerifier.Verify(output, result.OutputType).Ok ? output : null;
        // README ends
        Encoding.UTF8.GetString(safe.ShouldNotBeNull()).ShouldContain("ペン");
        result.Outcome.ShouldBe(Outcome.Cleaned);
        Block("src/Sekisho.Sanitizing/README.md", "```csharp\n", "```").ShouldBe(Block("tests/Sekisho.Tests/Sanitizing/LibraryTests.cs", "// README begins\n", "// README ends"));
    }

    private static string Block(string file, string from, string to)
    {
        var text = File.ReadAllText(Path.Combine(SharedFiles.RepositoryRoot, file));
        var start = text.IndexOf(from, StringComparison.Ordinal) + from.Length;
        return string.Join('\n', text[start..text.IndexOf(to, start, StringComparison.Ordinal)].Split('\n').Select(l => l.Trim())).Trim();
    }

    private static IEnumerable<string> Lines(Type type)
    {
        yield return (type.IsEnum ? "enum " : type.IsInterface ? "interface " : "class ") + Named(type);
        var members = type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly);
        foreach (var line in members.Where(m => !IsMadeByCompiler(m)).Select(m => "  " + Shown(m)).Order(StringComparer.Ordinal)) yield return line;
    }

    private static bool IsMadeByCompiler(MemberInfo member) =>
        member is MethodBase { IsSpecialName: true } and not ConstructorInfo || member.Name is "<Clone>$" or "Equals" or "GetHashCode" or "ToString" or "Deconstruct" or "value__" or "PrintMembers";

    private static string Shown(MemberInfo member) => member switch
    {
        FieldInfo f when f.DeclaringType!.IsEnum => f.Name,
        FieldInfo f => f.Name + ": " + Named(f.FieldType),
        PropertyInfo p => p.Name + ": " + Named(p.PropertyType) + (p.CanWrite ? " {init}" : ""),
        MethodBase m => (m is ConstructorInfo ? "new" : m.Name) + "(" + string.Join(", ", m.GetParameters().Select(p => p.Name + ": " + Named(p.ParameterType))) + ")" + (m is MethodInfo i ? ": " + Named(i.ReturnType) : ""),
        _ => member.Name,
    };

    private static string Named(Type type) => type.IsGenericType ? type.Name.Split('`')[0] + "<" + string.Join(", ", type.GetGenericArguments().Select(Named)) + ">" : type.Name;
}
