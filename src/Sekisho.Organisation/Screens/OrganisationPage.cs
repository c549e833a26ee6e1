using Microsoft.AspNetCore.Components;
using Sekisho.Kernel.Calendar;
using Sekisho.Organisation.Model;
using Sekisho.Organisation.Roles;
using Sekisho.Organisation.Store;
using Sekisho.Organisation.Walls;
using Sekisho.Platform;
using Sekisho.Shell.Forms;

namespace Sekisho.Organisation.Screens;

/// <summary>Base of the module's pages: the roster as it is now, the day that was asked for, and the reader's walls.</summary>
public abstract class OrganisationPage : SekishoPage
{
    [Inject] protected Database Database { get; set; } = default!;
    [Inject] protected RosterCommands Commands { get; set; } = default!;
    [Inject] protected CommandRunner Runner { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "as-of")] public string? AsOf { get; set; }

    internal Roster Roster { get; private set; } = Roster.Empty;
    internal RosterView View { get; private set; } = new(Roster.Empty);
    protected OrganWall Wall { get; private set; } = OrganWall.None;
    /// <summary>The day that was asked for; today when none was or it cannot be read.</summary>
    protected DateOnly Day { get; private set; }
    protected bool DayIsWrong { get; private set; }

    protected async Task ReadAsync()
    {
        await using var read = await Database.ReadAsync(Aborted);
        Roster = await RosterReader.ReadAsync(read.Context<OrganisationContext>(), Aborted);
        View = new RosterView(Roster);
        Wall = OrganWall.Of(Roster, Current.Actor, Today);
        var asked = string.IsNullOrWhiteSpace(AsOf) ? null : (Sekisho.Kernel.Result<DateReading>?)DateReading.Of(AsOf);
        DayIsWrong = asked is { IsOk: false };
        Day = asked is { IsOk: true } ok ? ok.Value.Day : Today;
    }

    /// <summary>The person's name; the id where no person has it.</summary>
    protected string NameOf(string personId) => Roster.Persons.FirstOrDefault(p => p.Id == personId)?.Name ?? personId;

    /// <summary>Whether the reader may act on the seat: its organ is open, and the city's seats are for roles of the whole city.</summary>
    internal bool Opens(Seat seat) => Wall.Opens(seat.OrganCode);

    internal string ShowName(string personId) => NameOf(personId);

    /// <summary>Where a seat stands: unit, organ, or empty for the city.</summary>
    internal string PlaceOf(Seat seat) => View.Unit(seat.UnitId)?.Name ?? View.Organ(seat.OrganCode)?.Name ?? "";

    /// <summary>What the city calls the role: the charge's name, else the confirmed name, else the code.</summary>
    internal string RoleName(string role) => Roster.Charges.FirstOrDefault(c => c.Role == role)?.LocalName
        ?? Roster.Proposals.FirstOrDefault(p => p.Role == role)?.LocalName ?? role;

    /// <summary>The post a person mainly holds on the day, in words.</summary>
    protected string PostOf(string personId, DateOnly day) => SubjectRows.MainPost(View, personId, day)?.Name ?? "";
}
