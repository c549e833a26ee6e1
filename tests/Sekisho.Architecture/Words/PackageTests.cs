using System.Xml.Linq;
using Sekisho.Architecture.Support;

namespace Sekisho.Architecture.Words;

/// <summary>A new package is a decision: the approved list changes in the same commit.</summary>
public sealed class PackageTests
{
    [Fact]
    public void Packages_are_the_approved_ones_at_exact_versions()
    {
        var now = XDocument.Parse(Repository.Text("Directory.Packages.props")).Descendants("PackageVersion")
            .Select(e => e.Attribute("Include")!.Value + " " + e.Attribute("Version")!.Value).Order(StringComparer.Ordinal).ToArray();
        now.ShouldAllBe(p => !p.Contains('*', StringComparison.Ordinal));
        now.ShouldBe(Repository.Text("tests/Sekisho.Architecture/approved/packages.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
