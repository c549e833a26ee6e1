using Sekisho.Commands;

namespace Sekisho.Tests.Executable.Commands;

public sealed class CommandLineEntryTests
{
    [Theory]
    [InlineData("nonsense")]
    [InlineData()]
    [InlineData("policy")]
    [InlineData("up", "--speed", "9")]
    [InlineData("backup")]
    public void What_is_typed_wrongly_ends_with_2_and_says_so_on_the_error_stream(params string[] arguments)
    {
        using var error = new StringWriter();
        CommandLineEntry.Refused(CommandLineEntry.Root(TimeProvider.System).Parse(arguments), error).ShouldBe(2);
        error.ToString().ShouldStartWith("sekisho: ");
        error.ToString().ShouldContain("--help");
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("policy", "parse", "--help")]
    [InlineData("--version")]
    [InlineData("status")]
    public void What_can_be_run_is_run(params string[] arguments)
    {
        using var error = new StringWriter();
        CommandLineEntry.Refused(CommandLineEntry.Root(TimeProvider.System).Parse(arguments), error).ShouldBeNull();
        error.ToString().ShouldBeEmpty();
    }
}
