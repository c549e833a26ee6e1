using Sekisho.Shell;

namespace Sekisho.Organisation;

/// <summary>The first five steps of the first week (rule M10), from the roster itself.</summary>
internal static class FirstWeek
{
    public static IReadOnlyList<SetupStep> Steps { get; } =
    [
        Step(1, "/organization/import", "select count(*) from organisation.organ"),
        Step(2, "/organization/units", "select count(*) from organisation.unit"),
        Step(3, "/organization/import", "select count(*) from organisation.post"),
        Step(4, "/organization/persons", "select count(*) from organisation.person"),
        Step(5, "/organization/setup", "select count(*) from organisation.role_proposal where state in ('text', 'confirmed')", "select count(*) from organisation.role_proposal where state in ('proposal', 'unmapped')"),
    ];

    private static SetupStep Step(int number, string href, string done, string? open = null) => new(number, href, (read, ct) => SetupCount.OfAsync(read, done, open, ct));
}
