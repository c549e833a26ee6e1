using Sekisho.Commands;

namespace Sekisho.Tests.Executable.Commands;

public sealed class CommandLineTests
{
    [Fact]
    public void Every_verb_of_the_product_is_there_once() =>
        CommandLineEntry.Root(TimeProvider.System).Subcommands.Select(c => c.Name).Order(StringComparer.Ordinal).ShouldBe(
            ["backup", "controls", "demo", "facts", "ledger", "pack", "policy", "restore", "sanitise", "status", "up"]);

    [Theory]
    [InlineData("up", "--http", "0")]
    [InlineData("up", "--relay", "nowhere")]
    [InlineData("controls")]
    [InlineData("sanitise", "a.pdf")]
    [InlineData("facts", "list", "--format", "xml")]
    public void Wrong_calls_are_refused_before_anything_starts(params string[] args) =>
        CommandLineEntry.Root(TimeProvider.System).Parse(args).Errors.ShouldNotBeEmpty();
}
