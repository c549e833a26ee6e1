using System.Text.Json.Nodes;
using Sekisho.Conformity.Packs;
using Sekisho.Kernel.Verdicts;
using Sekisho.Policy.Board;

namespace Sekisho.Policy.Oscal;

/// <summary>What is meant to be: the profile (which articles bind), the parts of the product that answer them, and the plan of the whole.</summary>
internal static class OscalPlans
{
    public static JsonObject Profile(OscalState state)
    {
        var document = state.Document("profile", "適用");
        document["imports"] = new JsonArray(new JsonObject
        {
            ["href"] = "catalog.json", ["include-controls"] = new JsonArray(new JsonObject { ["with-ids"] = new JsonArray([.. state.Rows.Select(r => (JsonNode)OscalState.ControlId(r))]) }),
        });
        return document;
    }

    public static JsonObject Components(OscalState state)
    {
        var document = state.Document("component-definition", "部品");
        document["components"] = new JsonArray([.. Modules(state).Select(m => (JsonNode)Component(state, m, definition: true))]);
        return document;
    }

    public static JsonObject Plan(OscalState state)
    {
        var document = state.Document("system-security-plan", "対策の計画");
        var pack = state.Board.Snapshot.Applied.Pack;
        document["import-profile"] = new JsonObject { ["href"] = "profile.json" };
        document["system-characteristics"] = new JsonObject
        {
            ["system-ids"] = new JsonArray(new JsonObject { ["id"] = pack.Code }), ["system-name"] = OscalState.Line(pack.City), ["description"] = OscalState.Line(pack.Document.Title),
            ["system-information"] = new JsonObject { ["information-types"] = new JsonArray(new JsonObject { ["uuid"] = state.Uuid("information"), ["title"] = "方針の適用範囲の情報", ["description"] = "方針が定める範囲の情報" }) },
            ["status"] = new JsonObject { ["state"] = "operational" }, ["authorization-boundary"] = new JsonObject { ["description"] = "方針を定める機関の全て" },
        };
        document["system-implementation"] = new JsonObject
        {
            ["components"] = new JsonArray(
            [
                new JsonObject { ["uuid"] = state.Uuid("component/this-system"), ["type"] = "this-system", ["title"] = OscalState.Line(pack.City), ["description"] = OscalState.Line(pack.Document.Title), ["status"] = new JsonObject { ["state"] = "operational" } },
                .. Modules(state).Select(m => (JsonNode)Component(state, m, definition: false)),
            ]),
        };
        document["control-implementation"] = new JsonObject { ["description"] = "条ごとの実施の状態", ["implemented-requirements"] = new JsonArray([.. state.Rows.Select(r => (JsonNode)Requirement(state, r))]) };
        return document;
    }

    private static List<string> Modules(OscalState state) => [.. state.Rows.SelectMany(r => r.Article.Obligations).SelectMany(o => o.Controls).Select(c => c.Control.Module).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static JsonObject Component(OscalState state, string module, bool definition)
    {
        var component = new JsonObject { ["uuid"] = state.Uuid("component/" + module), ["type"] = "software", ["title"] = OscalState.Line(module), ["description"] = "Sekisho " + OscalState.Line(module) };
        if (definition) component["control-implementations"] = new JsonArray(new JsonObject
        {
            ["uuid"] = state.Uuid("implementation/" + module), ["source"] = "profile.json", ["description"] = "この部品が証拠を出す条",
            ["implemented-requirements"] = new JsonArray([.. state.Rows.Select(r => (Row: r, Controls: ControlsOf(r, module))).Where(p => p.Controls.Count > 0).Select(p => (JsonNode)new JsonObject
            {
                ["uuid"] = state.Uuid("implementation/" + module + "/" + p.Row.Path), ["control-id"] = OscalState.ControlId(p.Row),
                ["description"] = OscalState.Line(string.Join(" ", p.Controls.Select(c => c.Statement.Ja))), ["props"] = OscalState.Props(p.Controls.Select(c => ("control", c.Id))),
            })]),
        });
        else component["status"] = new JsonObject { ["state"] = "operational" };
        return component;
    }

    private static List<Control> ControlsOf(BoardRow row, string module) => [.. row.Article.Obligations.SelectMany(o => o.Controls).Select(c => c.Control).Where(c => c.Module == module).DistinctBy(c => c.Id)];

    private static JsonObject Requirement(OscalState state, BoardRow row) => new()
    {
        ["uuid"] = state.Uuid("requirement/" + row.Path), ["control-id"] = OscalState.ControlId(row), ["props"] = OscalState.Props(("verdict", row.Article.City.Verdict.Code())),
        ["by-components"] = new JsonArray(new JsonObject
        {
            ["component-uuid"] = state.Uuid("component/this-system"), ["uuid"] = state.Uuid("by/" + row.Path),
            ["description"] = OscalState.Line(string.Join(" / ", row.Article.Obligations.Select(o => o.Obligation.Title + ": " + state.Why(o)))),
            ["implementation-status"] = new JsonObject { ["state"] = Status(row.Article.City.Verdict) },
        }),
    };

    /// <summary>The list of the format has no word for "not kept" or "nobody knows": those are planned, and the property verdict says which.</summary>
    private static string Status(Verdict verdict) => verdict switch
    {
        Verdict.Conforming => "implemented", Verdict.Partial => "partial", Verdict.Exception => "alternative", Verdict.NotApplicable => "not-applicable", _ => "planned",
    };
}
