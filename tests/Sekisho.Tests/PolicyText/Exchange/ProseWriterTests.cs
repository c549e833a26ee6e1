using System.Text;
using Sekisho.PolicyText;
using Sekisho.PolicyText.Exchange;
using Sekisho.Tests.Policy;
using Sekisho.Tests.Policy.Documents;

namespace Sekisho.Tests.PolicyText.Exchange;

public sealed class ProseWriterTests
{
    [Fact]
    public void The_lines_read_again_are_the_same_articles()
    {
        var tree = PolicyParser.Parse(Encoding.UTF8.GetString(PolicyDatabase.Packs.ShippedText(ImportEditionTests.Pack("SKS"))!));
        var again = PolicyParser.Parse(ProseWriter.Write(tree));
        Articles(again).ShouldBe(Articles(tree));
    }

    private static IEnumerable<string> Articles(ParsedPolicy policy) => policy.All.Where(c => c.Path.ToString().StartsWith("art", StringComparison.Ordinal)).Select(c => c.Path + "|" + c.Caption + "|" + c.Text);
}
