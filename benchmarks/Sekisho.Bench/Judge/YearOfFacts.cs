using System.Globalization;
using Sekisho.Kernel;
using Sekisho.Kernel.Facts;
using Sekisho.Kernel.Facts.Access;
using Sekisho.Kernel.Facts.Gate;
using Sekisho.Kernel.Facts.Organisation;
using Sekisho.Kernel.Facts.Policy;
using Sekisho.Kernel.Facts.Watch;
using Sekisho.Kernel.Ledger;

namespace Sekisho.Bench.Judge;

/// <summary>Sealed facts as a city of sixty units would have after a year: its structure, its appointments, its mail, its probes.</summary>
internal static class YearOfFacts
{
    private const int MailsADay = 200;

    public static IReadOnlyList<SealedRecord> Make(DateTimeOffset asOf, int units, int days)
    {
        var records = new List<SealedRecord>();
        void Add(IFact fact, DateTimeOffset at) => records.Add(new SealedRecord(
            records.Count, new Guid(records.Count, 0, 0, new byte[8]), FactSchema.Of(fact).Name, true, 1, FactTargets.Of(fact), at, at, "bench", FactPayload.Of(fact), []));
        var start = asOf.AddDays(-days);
        var from = JapanTime.Day(start);
        Add(new ScopeConfigured(Dimension: "route", Code: "mail", SrcZone: "Z_INET", DstZone: "Z_LGWAN", InScope: true, ConfirmState: "confirmed", ConfiguredAt: start), start);
        for (var u = 0; u < units; u++)
        {
            var unit = "U" + u.ToString(CultureInfo.InvariantCulture);
            Add(new OrgUnitRecorded(UnitId: unit, OrganCode: "MAYOR", ParentUnitId: u == 0 ? null : "U0", UnitClass: u % 6 == 0 ? "部・事務局" : "課", ValidFrom: from), start);
            foreach (var role in new[] { "DEPT_HEAD", "SECT_HEAD", "SECT_OPERATOR" })
                Add(new OrgRoleAppointed(RoleCode: role, OrganCode: "MAYOR", UnitId: unit, PersonId: "P" + u.ToString(CultureInfo.InvariantCulture), Basis: "charge", AppointedBy: "SECT_HEAD", ValidFrom: from), start);
        }
        for (var day = 0; day < days; day++) Day(Add, start.AddDays(day), day);
        return records;
    }

    private static void Day(Action<IFact, DateTimeOffset> add, DateTimeOffset day, int number)
    {
        add(new IdpPasswordPolicyEnforced(SystemId: "sekisho", MinLength: 12, Blocklist: true, Enforced: true, At: day), day);
        add(new PolicyStructureVerified(DocId: "D1", OrphanCount: 0, CycleCount: 0, CheckedAt: day), day);
        for (var i = 0; i < MailsADay; i++)
        {
            var at = day.AddMinutes(i * 7);
            var id = "M-" + number.ToString(CultureInfo.InvariantCulture) + "-" + i.ToString(CultureInfo.InvariantCulture);
            add(new MailAccepted(MessageId: id, SrcZone: "Z_INET", DstZone: "Z_LGWAN", AcceptedAt: at), at);
            add(new MailSanitised(MessageId: id, BodyToText: true, Outcome: "Clean"), at);
            add(new MailReleased(MessageId: id, SrcZone: "Z_INET", DstZone: "Z_LGWAN", Bypassed: false, At: at), at);
            if (i % 5 == 0) add(new SecurityFunctionChecked(FunctionId: "gate.mail", SystemId: "sekisho-gate", Result: "passed", At: at), at);
        }
    }
}
