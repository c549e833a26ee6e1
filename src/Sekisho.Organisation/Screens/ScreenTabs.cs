using Sekisho.Shell.Components;
using Sekisho.Shell.Language;

namespace Sekisho.Organisation.Screens;

/// <summary>The tabs of the organisation pages, each with its own address.</summary>
internal static class ScreenTabs
{
    public static IReadOnlyList<Tab> Of(Words words) =>
    [
        new(words["organisation.nav.roles"], "/organization"),
        new(words["organisation.nav.units"], "/organization/units"),
        new(words["organisation.nav.persons"], "/organization/persons"),
        new(words["organisation.nav.targets"], "/organization/targets"),
        new(words["organisation.nav.openings"], "/organization/openings"),
        new(words["organisation.nav.setup"], "/organization/setup"),
    ];
}
