using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Shell.Tables;

namespace Sekisho.Commands;

/// <summary>
/// <c>sanitise --batch DIR -o DIR</c>: every file below one folder into the same place below another, side by side, with one report and one workbook.
/// A second call goes on where the first ended: a file is done when its line says so for the same bytes, policy and engine, and its output lies there.
/// </summary>
internal sealed class SanitiseBatch(SanitiseRun run, IReadOnlyDictionary<string, string> options, string from, string to)
{
    internal const string Report = "sekisho-report.json", Summary = "sekisho-summary.xlsx", Progress = "sekisho-progress.jsonl";
    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly SortedDictionary<string, JsonObject> lines = new(StringComparer.Ordinal);
    private int done, failed;

    /// <summary>0 when every file got a result, else 1.</summary>
    internal async Task<int> RunAsync(int sideBySide, CancellationToken ct)
    {
        Directory.CreateDirectory(to);
        var before = Before();
        var files = Directory.EnumerateFiles(from, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Device }).Order(StringComparer.Ordinal).ToList();
        await Parallel.ForEachAsync(files, new ParallelOptions { MaxDegreeOfParallelism = sideBySide, CancellationToken = ct }, async (file, stop) => await OneAsync(file, files.Count, before, stop));
        var all = new JsonObject { ["schema"] = "sekisho-sanitise-batch-1", ["files"] = new JsonArray([.. lines.Values.Select(l => l.DeepClone())]), ["failed"] = failed };
        await File.WriteAllTextAsync(Path.Combine(to, Report), all.ToJsonString(SanitiseReport.Form) + "\n", ct);
        await File.WriteAllBytesAsync(Path.Combine(to, Summary), Workbook(), ct);
        return failed == 0 ? ExitCodes.Done : ExitCodes.AnswerIsNo;
    }

    private async Task OneAsync(string file, int total, Dictionary<string, JsonObject> before, CancellationToken ct)
    {
        var name = Path.GetRelativePath(from, file);
        JsonObject? line;
        try { line = await TreatAsync(file, name, before, ct); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { line = null; }
        await writing.WaitAsync(ct);
        try
        {
            done++;
            if (line is null) failed++;
            else
            {
                lines[name] = line;
                await File.AppendAllTextAsync(Path.Combine(to, Progress), line.ToJsonString() + "\n", ct);
            }
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"[{done}/{total}] {Shown(name)} → {(line is null ? "処理できませんでした" : line["outcome"]!.GetValue<string>())}"));
        }
        finally { writing.Release(); }
    }

    /// <summary>Null when no result could be had.</summary>
    private async Task<JsonObject?> TreatAsync(string file, string name, Dictionary<string, JsonObject> before, CancellationToken ct)
    {
        if (new FileInfo(file).Length > WorkerLimits.RequestBytes) return null;
        var bytes = await File.ReadAllBytesAsync(file, ct);
        var key = Digest.Of(bytes).Hex + " " + Digest.OfText(options.GetValueOrDefault(Kernel.Sanitising.SanitisePolicy.Option, "")).Hex[..12] + " " + SanitiseReport.Engine;
        if (before.TryGetValue(name, out var known) && known["key"]?.GetValue<string>() == key && IsThere(known)) return known;
        var treated = await run.OneAsync(bytes, new Dictionary<string, string>(options, StringComparer.Ordinal) { ["name"] = Path.GetFileName(name) }, ct);
        if (!treated.IsOk) return null;
        var place = "";
        if (treated.Value.Delivered is { } delivered)
        {
            place = SanitiseCommand.Named(name, treated.Value.Reply.Details.GetValueOrDefault("name", ""));
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(to, place))!);
            await SanitiseCommand.WriteAsync(Path.Combine(to, place), delivered.Bytes, ct);
        }
        var report = SanitiseReport.Node(Path.GetFileName(name), bytes, treated.Value, Path.GetFileName(place));
        report["path"] = name;
        report["written"] = place;
        report["key"] = key;
        return report;
    }

    private bool IsThere(JsonObject known) => known["written"]?.GetValue<string>() is { } place && (place.Length == 0 || File.Exists(Path.Combine(to, place)));

    /// <summary>The lines of an earlier call; a line cut short by its end is left out.</summary>
    private Dictionary<string, JsonObject> Before()
    {
        var known = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        var file = Path.Combine(to, Progress);
        if (!File.Exists(file)) return known;
        foreach (var line in File.ReadLines(file))
            try
            {
                if (JsonNode.Parse(line) is JsonObject one && one["path"]?.GetValue<string>() is { } path) known[path] = one;
            }
            catch (JsonException) { continue; } // The last call was stopped in the middle of this line: its file is done again.
        return known;
    }

    private byte[] Workbook()
    {
        string[] heads = ["ファイル", "結果", "種類", "書いたファイル", "所見"];
        IReadOnlyList<ExportCell> head = [.. heads.Select(h => new ExportCell(h, null, IsHead: true, IsNumber: false))];
        var rows = lines.Values.Select(l => (IReadOnlyList<ExportCell>)[.. new[]
        {
            l["path"]!.GetValue<string>(), Word(l["outcome"]!.GetValue<string>()), l["input"]!["type"]!.GetValue<string>(), l["written"]!.GetValue<string>(),
            string.Join("\n", l["findings"]!.AsArray().Where(f => f!["action"]!.GetValue<string>() is not "Kept").Select(f => f!["ja"]!.GetValue<string>()).Distinct(StringComparer.Ordinal)),
        }.Select(text => new ExportCell(text, null, IsHead: false, IsNumber: false))]);
        return WorkbookFile.Write([new("無害化の結果", [head, .. rows])]);
    }

    private static string Word(string outcome) => outcome switch
    {
        "Clean" => "無害化済み", "Cleaned" => "無害化済み・除去あり", "Raster" => "画像化", "Text" => "テキスト化", "Held" => "保留", _ => "遮断",
    };

    /// <summary>A name is hostile text: control characters never reach the terminal (law E6).</summary>
    private static string Shown(string name) => new([.. name.Select(c => char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format ? '?' : c)]);
}
