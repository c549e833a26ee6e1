using System.Globalization;
using System.Text.Json.Nodes;
using Sekisho.Conformity.Judging;
using Sekisho.Kernel.Clauses;
using Sekisho.Kernel.Verdicts;
using Sekisho.Policy.Board;
using Sekisho.PolicyText.Exchange;
using Sekisho.Shell.Language;
using Sekisho.Shell.Routing;

namespace Sekisho.Policy.Oscal;

/// <summary>
/// What goes out as OSCAL 1.2.1: the city's column of one board, without units and persons. The same board gives the same bytes: every uuid is made from a name.
/// </summary>
/// <param name="Origin">Name of the installation's ledger: keeps the identities of two cities apart.</param>
internal sealed record OscalState(BoardView Board, string Origin, Current Current, Words Words)
{
    /// <summary>Namespace of properties of ours.</summary>
    private const string Namespace = "urn:sekisho:oscal";

    /// <summary>Rows that are controls of the catalog: articles. Title, preamble and supplements are groups there.</summary>
    public IReadOnlyList<BoardRow> Rows { get; } = [.. Board.Rows.Where(r => r.Article.Path.Segments.Any(s => s.Kind == ClauseSegmentKind.Art))];

    public JudgeResult Result => Board.Snapshot.Result;
    /// <summary>Each obligation once, with the first article it stands in.</summary>
    public IEnumerable<(BoardRow Row, ObligationResult Duty)> Duties => Rows.SelectMany(r => r.Article.Obligations.Select(o => (r, o))).DistinctBy(p => p.o.Obligation.Id);

    public string Uuid(string name) => OscalWriter.Uuid(Origin + "\n" + Board.Snapshot.Applied.DocumentId + "\n" + name);
    public static string ControlId(BoardRow row) => row.Path.Replace('/', '.');
    public string Title(BoardRow row) => Line(row.Number + " " + row.Caption);
    public string Why(ObligationResult duty) => Line(ObligationWords.Why(duty, Board.Columns[0], Board, Current, Words));

    /// <summary>Head of a document: of one state, its identity changes with the state only.</summary>
    public JsonObject Document(string kind, string title) => new()
    {
        ["uuid"] = Uuid(kind + "\n" + Result.InputDigest.Hex + "\n" + Time(Result.AsOf)),
        ["metadata"] = new JsonObject
        {
            ["title"] = Line(Board.Snapshot.Applied.Pack.Document.Title + " " + title), ["last-modified"] = Time(Result.AsOf), ["version"] = Result.LeafCount.ToString(CultureInfo.InvariantCulture), ["oscal-version"] = OscalWriter.Version,
            ["props"] = Props(("input-digest", Result.InputDigest.Hex)),
            ["parties"] = new JsonArray(new JsonObject { ["uuid"] = Uuid("party/city"), ["type"] = "organization", ["name"] = Line(Board.Snapshot.Applied.Pack.City) }),
        },
    };

    public static JsonArray Props(params IEnumerable<(string Name, string Value)> props) =>
        [.. props.Where(p => p.Value.Trim().Length > 0).Select(p => (JsonNode)new JsonObject { ["name"] = p.Name, ["ns"] = Namespace, ["value"] = Line(p.Value) })];

    /// <summary>One line without blanks at its ends, never empty, as values and titles must be.</summary>
    public static string Line(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } line ? line : "-";

    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The format knows two states only; which of the seven it was stands in a property.</summary>
    public static string State(Verdict verdict) => verdict is Verdict.Conforming or Verdict.Exception ? "satisfied" : "not-satisfied";
}
