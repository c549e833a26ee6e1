using Sekisho.Commands;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Executable.Commands;

public sealed class FactsCommandTests
{
    [SharedFact]
    public void The_printed_vocabulary_is_the_shared_list_byte_for_byte() =>
        FactsCommand.Table().ShouldBe(File.ReadAllText(SharedFiles.Path("packs/facts.tsv")));
}
