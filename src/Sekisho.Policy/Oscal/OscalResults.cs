using System.Globalization;
using System.Text.Json.Nodes;
using Sekisho.Conformity.Judging;
using Sekisho.Kernel;
using Sekisho.Kernel.Facts;
using Sekisho.Kernel.Ledger;
using Sekisho.Kernel.Verdicts;
using Sekisho.Policy.Board;

namespace Sekisho.Policy.Oscal;

/// <summary>What is: observations of controls, findings of obligations, and what remains to be done.</summary>
internal static class OscalResults
{
    private const int MostEvidence = 5;

    public static JsonObject Results(OscalState state)
    {
        var document = state.Document("assessment-results", "判定の結果");
        var plan = state.Uuid("assessment-plan");
        document["import-ap"] = new JsonObject { ["href"] = "#" + plan };
        var duties = Judged(state).ToList();
        var result = new JsonObject
        {
            ["uuid"] = state.Uuid("result\n" + OscalState.Time(state.Result.AsOf)), ["title"] = "条と義務の判定", ["description"] = "台帳の事実からの計算",
            ["start"] = OscalState.Time(state.Result.AsOf), ["end"] = OscalState.Time(state.Result.AsOf),
            ["reviewed-controls"] = new JsonObject { ["control-selections"] = new JsonArray(new JsonObject { ["include-controls"] = new JsonArray([.. state.Rows.Select(r => (JsonNode)new JsonObject { ["control-id"] = OscalState.ControlId(r) })]) }) },
        };
        Put(result, "observations", Observations(state, duties));
        Put(result, "findings", duties.Select(d => Finding(state, d.Row, d.Duty)));
        document["results"] = new JsonArray(result);
        document["back-matter"] = new JsonObject { ["resources"] = new JsonArray(new JsonObject { ["uuid"] = plan, ["title"] = "常時の判定", ["description"] = "事実が届くたびに規則で判定し、毎分すべてを計算し直す" }) };
        return document;
    }

    /// <summary>Null when nothing remains: the format allows no empty list.</summary>
    public static JsonObject? ToDo(OscalState state)
    {
        var open = Judged(state).Where(d => d.Duty.City.Verdict is Verdict.NonConforming or Verdict.Partial or Verdict.Unmeasurable or Verdict.Exception).ToList();
        if (open.Count == 0) return null;
        var document = state.Document("plan-of-action-and-milestones", "是正と特例");
        document["import-ssp"] = new JsonObject { ["href"] = "ssp.json" };
        Put(document, "observations", Observations(state, open));
        Put(document, "risks", open.SelectMany(d => Granted(d.Duty)).DistinctBy(e => e.Text("exception_id")).Select(e => Risk(state, e)));
        Put(document, "findings", open.Select(d => Finding(state, d.Row, d.Duty)));
        document["poam-items"] = new JsonArray([.. open.Select(d => (JsonNode)Item(state, d.Row, d.Duty))]);
        return document;
    }

    private static IEnumerable<(BoardRow Row, ObligationResult Duty)> Judged(OscalState state) => state.Duties.Where(d => d.Duty.City.Verdict != Verdict.NotApplicable);

    private static IEnumerable<JsonObject> Observations(OscalState state, List<(BoardRow Row, ObligationResult Duty)> duties) =>
        duties.SelectMany(d => d.Duty.Controls).DistinctBy(c => c.Control.Id).OrderBy(c => c.Control.Id, StringComparer.Ordinal).Select(c => Observation(state, c));

    private static JsonObject Observation(OscalState state, ControlResult control)
    {
        var reasons = control.Targets.OrderBy(t => t.Verdict).ThenBy(t => t.Target).Select(t => t.Reason).ToList();
        var evidence = reasons.SelectMany(r => r.Evidence).DistinctBy(e => e.Id).OrderByDescending(e => e.Leaf).Take(MostEvidence).ToList();
        var observation = new JsonObject
        {
            ["uuid"] = state.Uuid("observation/" + control.Control.Id), ["title"] = OscalState.Line(control.Control.Id + " " + control.Control.Title.Ja),
            ["description"] = OscalState.Line(control.Common is { } common ? ReasonWords.Of(common, state.Words) : reasons.Count > 0 ? ReasonWords.Of(reasons[0], state.Words) : ""),
            ["props"] = OscalState.Props(("verdict", control.City.Verdict.Code()), ("good", Text(control.City.Good)), ("total", Text(control.City.Total))),
            ["methods"] = new JsonArray(control.City.IsStatement ? "EXAMINE" : "TEST"),
        };
        Put(observation, "relevant-evidence", evidence.Select(e => new JsonObject { ["href"] = "urn:uuid:" + e.Id.ToString("D", CultureInfo.InvariantCulture), ["description"] = OscalState.Line((FactSchema.Find(e.Name)?.Meaning ?? e.Name) + " #" + e.Leaf.ToString(CultureInfo.InvariantCulture)) }));
        observation["collected"] = OscalState.Time(evidence.Count > 0 ? evidence.Max(e => e.OccurredAt) : state.Result.AsOf);
        return observation;
    }

    private static JsonObject Finding(OscalState state, BoardRow row, ObligationResult duty)
    {
        var finding = new JsonObject
        {
            ["uuid"] = state.Uuid("finding/" + duty.Obligation.Id), ["title"] = OscalState.Line(duty.Obligation.Title), ["description"] = state.Why(duty),
            ["props"] = OscalState.Props(("verdict", duty.City.Verdict.Code()), ("obligation", duty.Obligation.Id)),
            ["target"] = new JsonObject { ["type"] = "statement-id", ["target-id"] = OscalState.ControlId(row) + "_smt", ["status"] = new JsonObject { ["state"] = OscalState.State(duty.City.Verdict) } },
        };
        Put(finding, "related-observations", duty.Controls.Select(c => c.Control.Id).Distinct(StringComparer.Ordinal).Select(c => new JsonObject { ["observation-uuid"] = state.Uuid("observation/" + c) }));
        return finding;
    }

    private static JsonObject Item(OscalState state, BoardRow row, ObligationResult duty)
    {
        var item = new JsonObject
        {
            ["uuid"] = state.Uuid("item/" + duty.Obligation.Id), ["title"] = OscalState.Line(state.Title(row) + " " + duty.Obligation.Title), ["description"] = state.Why(duty),
            ["props"] = OscalState.Props(("verdict", duty.City.Verdict.Code()), ("obligation", duty.Obligation.Id)),
            ["related-findings"] = new JsonArray(new JsonObject { ["finding-uuid"] = state.Uuid("finding/" + duty.Obligation.Id) }),
        };
        Put(item, "related-risks", Granted(duty).Select(e => e.Text("exception_id")).Distinct(StringComparer.Ordinal).Select(e => new JsonObject { ["risk-uuid"] = state.Uuid("risk/" + e) }));
        return item;
    }

    /// <summary>The exceptions in force for an obligation.</summary>
    private static IEnumerable<SealedRecord> Granted(ObligationResult duty) => duty.Controls.SelectMany(c => c.Targets).Select(t => t.Exception).OfType<SealedRecord>();

    private static JsonObject Risk(OscalState state, SealedRecord exception)
    {
        var risk = new JsonObject
        {
            ["uuid"] = state.Uuid("risk/" + exception.Text("exception_id")), ["title"] = "特例", ["description"] = "委員会の議決による特例", ["statement"] = OscalState.Line("管理策 " + string.Join(" ", exception.List("control_ids")) + " の代わりに " + string.Join(" ", exception.List("compensation_control_ids"))),
            ["props"] = OscalState.Props(("exception", exception.Text("exception_id") ?? ""), ("resolution", exception.Text("decision_id") ?? "")), ["status"] = "deviation-approved",
        };
        if (exception.Date("valid_to") is { } end) risk["deadline"] = OscalState.Time(JapanTime.StartOf(end));
        return risk;
    }

    private static void Put(JsonObject parent, string name, IEnumerable<JsonObject> items)
    {
        var list = items.Cast<JsonNode>().ToArray();
        if (list.Length > 0) parent[name] = new JsonArray(list);
    }

    private static string Text(int n) => n.ToString(CultureInfo.InvariantCulture);
}
