using Microsoft.Extensions.DependencyInjection;
using Sekisho.Organisation.Daily;
using Sekisho.Organisation.Import;
using Sekisho.Organisation.Mailboxes;
using Sekisho.Organisation.Roles;
using Sekisho.Organisation.Store;
using Sekisho.Organisation.Targets;
using Sekisho.Organisation.Walls;
using Sekisho.Platform;
using Sekisho.Shell;
using Sekisho.Shell.Components;

namespace Sekisho.Organisation;

/// <summary>機関, 組織, 職, 人, 充て職: who answers for what on any day.</summary>
public sealed class OrganisationModule : IModule
{
    public string Name => OrganisationContext.Schema;

    public static ModuleSchema Schema { get; } = new(
        OrganisationContext.Schema,
        typeof(OrganisationModule).Assembly,
        [
            ImportRoster.AuditName, StageImport.AuditName, DiscardImport.AuditName, Nominate.AuditName, AppointDeputy.AuditName, ProposeRoles.AuditName, ConfirmRole.AuditName,
            AssignTarget.AuditName, OpenOrgan.AuditName, CheckDay.AuditName,
        ],
        []);

    public IReadOnlyList<Type> ContextTypes { get; } = [typeof(OrganisationContext)];

    public IReadOnlyList<NavigationEntry> Navigation { get; } =
    [
        new(NavigationGroup.Organisation, "organisation.nav.roles", "/organization", Glyph.Organisation, 10),
        new(NavigationGroup.Organisation, "organisation.nav.persons", "/organization/persons", Glyph.Person, 20),
    ];

    public IReadOnlyList<SetupStep> SetupSteps => FirstWeek.Steps;

    public void Register(IServiceCollection services)
    {
        services.AddModuleSchema(Schema);
        services.AddSingleton<RosterCommands>().AddSingleton<CheckDay>().AddSingleton<Structure.PublishStructure>().AddSingleton<Demo.DemoOrganisation>();
        services.AddSingleton<Platform.Decisions.IDecisionPoint, MailAddresses>().AddSingleton<Platform.Decisions.IDecisionPoint, MailRecipients>();
        services.AddSingleton<Shell.Search.ISearchSource, PersonSearch>();
        services.AddHostedService<DailyHost>();
    }
}
