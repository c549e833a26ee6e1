using Microsoft.Extensions.DependencyInjection;
using Sekisho.Platform;
using Sekisho.Policy.Board;
using Sekisho.Policy.Committee;
using Sekisho.Policy.Documents;
using Sekisho.Policy.Library;
using Sekisho.Policy.Parameters;
using Sekisho.Shell;
using Sekisho.Shell.Components;

namespace Sekisho.Policy;

/// <summary>Documents, obligations, scope, conformity and statements.</summary>
public sealed class PolicyModule : IModule
{
    public static ModuleSchema Schema { get; } = new(DocumentsContext.Schema, typeof(PolicyModule).Assembly,
        ["policy.pack.applied", "policy.edition.imported", "policy.document.registered", "policy.document.reclassified", "policy.obligation.reviewed", "policy.parameter.set",
            "policy.draft.started", "policy.draft.edited", "policy.draft.undone", "policy.draft.dropped", "policy.draft.bound",
            "policy.mapping.confirmed", "policy.mapping.excluded", "policy.mapping.undone", "policy.review.concluded", Reviews.ReviewConsumer.LawChanged, "policy.record.disposed", "policy.retention.changed",
            "policy.exception.forwarded", "policy.exception.reminded", "policy.committee.rule_set", "policy.meeting.convened", "policy.meeting.item_added", "policy.meeting.attended", "policy.meeting.answered",
            "policy.meeting.item_continued", "policy.meeting.item_noted", "policy.meeting.closed"], []);

    public string Name => DocumentsContext.Schema;

    public IReadOnlyList<Type> ContextTypes => [typeof(DocumentsContext)];

    public IReadOnlyList<NavigationEntry> Navigation =>
        [
            new(NavigationGroup.Conformity, "policy.board.nav", "/conformity", Glyph.Board, 10),
            new(NavigationGroup.Conformity, "policy.nav", "/policy", Glyph.Article, 20),
            new(NavigationGroup.Conformity, "policy.library.nav", "/policy/documents", Glyph.Report, 30),
            new(NavigationGroup.Conformity, "policy.revisit.nav", Reviews.ReviewLink.List, Glyph.Clock, 33) { Roles = [Shell.Routing.Roles.Ciso, Shell.Routing.Roles.SysOwner, Shell.Routing.Roles.SysAdmin, Shell.Routing.Roles.Administrator, Shell.Routing.Roles.Committee, Shell.Routing.Roles.Auditor] },
            new(NavigationGroup.Conformity, "policy.parameter.nav", "/policy/parameters", Glyph.Gear, 35),
            new(NavigationGroup.Conformity, "policy.draft.nav", PolicyLink.Drafts, Glyph.Upload, 32) { Roles = [Shell.Routing.Roles.Ciso, Shell.Routing.Roles.SysOwner, Shell.Routing.Roles.SysAdmin, Shell.Routing.Roles.Administrator] },
            new(NavigationGroup.Affairs, "policy.committee.nav", Committee.CommitteeLink.List, Glyph.Committee, 20) { Roles = [Shell.Routing.Roles.Ciso, Shell.Routing.Roles.SysOwner, Shell.Routing.Roles.SysAdmin, Shell.Routing.Roles.Committee, Shell.Routing.Roles.Mayor, Shell.Routing.Roles.Auditor] },
            new(NavigationGroup.Conformity, "policy.exception.nav", Exceptions.ExceptionLink.List, Glyph.Tag, 45),
            new(NavigationGroup.Conformity, "policy.statements.nav", "/conformity/statements", Glyph.Pen, 40),
        ];

    public IReadOnlyList<HomePanel> HomePanels { get; } = [new(typeof(ConfirmationPanel), 5), new(typeof(ConformityPanel), 10)];

    public IReadOnlyList<SetupStep> SetupSteps => FirstWeek.Steps;

    public void Register(IServiceCollection services)
    {
        services.AddModuleSchema(Schema);
        services.AddSingleton<Shell.Search.ISearchSource, ClauseSearch>();
        services.AddDocuments();
        services.AddLibrary();
        services.AddSingleton<ParameterReader>().AddSingleton<RequestParameters>().AddSingleton<Platform.Approvals.IApprovalOwner, ParameterOwner>();
        services.AddSingleton<Records.RecordReader>().AddSingleton<Records.RequestDisposal>().AddSingleton<Platform.Approvals.IApprovalOwner, Records.DisposalOwner>();
        services.AddGovernance();
        services.AddConformity();
    }

    public void Map(Microsoft.AspNetCore.Routing.IEndpointRouteBuilder routes)
    {
        CompareWord.Map(routes);
        Committee.MinutesWord.Map(routes);
        Paper.PaperWord.Map(routes);
        Oscal.OscalExport.Map(routes);
    }
}
