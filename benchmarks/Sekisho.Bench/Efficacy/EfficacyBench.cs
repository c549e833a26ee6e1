using System.Globalization;
using System.Text.Json.Nodes;
using Sekisho.Bench.Support;
using Sekisho.Tests.Sanitizing.Hostile;

namespace Sekisho.Bench.Efficacy;

/// <summary>
/// <c>efficacy [FOLDER]</c>: hostile files made by programs of others, and every folder of files below the one named, through <c>sekisho sanitise --batch</c>; what comes out is
/// judged by programs of others (<see cref="Eyes"/>) and opened by LibreOffice while a listener waits for calls. A survivor and a file without a result count against the engine.
/// </summary>
internal static class EfficacyBench
{
    // No question, no ban on links: what a careless person has set.
    private const string Careless =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><oor:items xmlns:oor=\"http://openoffice.org/2001/registry\"><item oor:path=\"/org.openoffice.Office.Common/Security/Scripting\"><prop oor:name=\"MacroSecurityLevel\" oor:op=\"fuse\"><value>0</value></prop></item>"
        + "<item oor:path=\"/org.openoffice.Office.Calc/Content/Update\"><prop oor:name=\"Link\" oor:op=\"fuse\"><value>0</value></prop></item><item oor:path=\"/org.openoffice.Office.Writer/Content/Update\"><prop oor:name=\"Link\" oor:op=\"fuse\"><value>2</value></prop></item></oor:items>";

    internal static int Run(string? given)
    {
        var machine = Machine.Describe();
        var work = Directory.CreateTempSubdirectory("sekisho-efficacy-").FullName;
        try
        {
            List<string> lines = ["eyes: " + string.Join(", ", Eyes.Open) + (Eyes.Open.Count < 5 ? " (the others are not installed)" : "")];
            var survivors = Hostile(work, lines);
            foreach (var project in given is null ? [] : Projects(given)) survivors += Project(work, project, lines);
            Results.Append("efficacy", TimeProvider.System.GetUtcNow(), machine, lines);
            return survivors == 0 ? 0 : 1;
        }
        finally { Directory.Delete(work, recursive: true); }
    }

    /// <summary>The folder itself when it holds files, else each folder in it.</summary>
    private static IReadOnlyList<string> Projects(string folder) => Directory.EnumerateFiles(folder).Any() ? [folder] : [.. Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal)];

    private static int Hostile(string work, List<string> lines)
    {
        using var canary = new Canary();
        var made = Directory.CreateDirectory(Path.Combine(work, "hostile")).FullName;
        var possible = MadeByOthers.All.Where(c => c.CanBeMade).ToList();
        foreach (var one in possible) one.Make(work, made, canary.Port);
        var output = Path.Combine(work, "hostile-out");
        var report = Sanitised(made, output);
        Opened(work, made);
        var before = canary.Take();
        Opened(work, output);
        var after = canary.Take();
        var eyes = new Eyes(work);
        var (seen, left) = (eyes.Look(made), eyes.Look(output));
        lines.Add(string.Create(CultureInfo.InvariantCulture, $"hostile files made by programs of others: {possible.Count} of {MadeByOthers.All.Count}; {Outcomes(report)}"));
        lines.Add(string.Create(CultureInfo.InvariantCulture, $"before: {seen.Select(s => s.File).Distinct().Count()} of them seen by an eye ({ByEye(seen)}), {before.Count} calls heard while LibreOffice opened them; after: {left.Count} sights, {after.Count} calls"));
        lines.AddRange(left.Select(s => "SURVIVOR " + s.File + " — " + s.Eye + ": " + s.Seen));
        lines.AddRange(after.Select(c => "CALL " + c));
        return left.Count + after.Count + (before.Count == 0 && Programs.Has("soffice") ? 1 : 0);
    }

    private static int Project(string work, string folder, List<string> lines)
    {
        var output = Path.Combine(work, "out");
        var report = Sanitised(folder, output);
        var left = new Eyes(work).Look(output);
        int words = 0, kept = 0;
        foreach (var line in report.Where(l => l["written"]!.GetValue<string>().Length > 0))
            if (KeptWords.Of(work, Path.Combine(folder, line["path"]!.GetValue<string>()), Path.Combine(output, line["written"]!.GetValue<string>())) is { } counted) (words, kept) = (words + counted.Before, kept + counted.Kept);
        var all = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Count();
        var share = words == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", words kept {kept / (double)words:P2}");
        lines.Add(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(folder)}: {all} files; {Outcomes(report)}; without a result {all - report.Count}{share}; survivors {left.Count} ({ByEye(left)})"));
        foreach (var rule in report.Where(l => l["outcome"]!.GetValue<string>() is "Blocked" or "Held").GroupBy(Reason).OrderByDescending(g => g.Count()).Take(6)) lines.Add(string.Create(CultureInfo.InvariantCulture, $"  refused by {rule.Key}: {rule.Count()}"));
        lines.AddRange(left.Take(20).Select(s => "  SURVIVOR " + s.Eye + ": " + s.Seen + " — " + s.File));
        Directory.Delete(output, recursive: true);
        return left.Count + all - report.Count;
    }

    private static string Reason(JsonNode line) => line["findings"]!.AsArray().LastOrDefault(f => f!["action"]!.GetValue<string>() is "Blocked" or "Held")?["rule"]?.GetValue<string>() ?? "?";

    private static List<JsonNode> Sanitised(string from, string to)
    {
        Programs.Run(from, "dotnet", Path.Combine(AppContext.BaseDirectory, "sekisho.dll"), "sanitise", "--batch", from, "-o", to);
        return [.. JsonNode.Parse(File.ReadAllText(Path.Combine(to, "sekisho-report.json")))!["files"]!.AsArray().Select(n => n!)];
    }

    /// <summary>LibreOffice opens every document of the folder and draws it, links allowed.</summary>
    private static void Opened(string work, string folder)
    {
        if (!Programs.Has("soffice")) return;
        string[] types = [".odt", ".ott", ".ods", ".odp", ".docx", ".doc", ".rtf", ".xlsx", ".xls", ".fodt", ".fods", ".pptx", ".ppt"];
        var files = Directory.EnumerateFiles(folder).Where(f => types.Contains(Path.GetExtension(f))).ToList();
        var profile = Path.Combine(work, "careless");
        Directory.CreateDirectory(Path.Combine(profile, "user"));
        File.WriteAllText(Path.Combine(profile, "user", "registrymodifications.xcu"), Careless);
        if (files.Count > 0) Programs.Run(work, "timeout", ["600", "soffice", "--headless", "-env:UserInstallation=" + new Uri(Path.GetFullPath(profile)).AbsoluteUri, "--convert-to", "pdf", "--outdir", Path.Combine(work, "drawn"), .. files]);
    }

    private static string Outcomes(List<JsonNode> report)
    {
        int Count(params string[] outcomes) => report.Count(l => outcomes.Contains(l["outcome"]!.GetValue<string>()));
        return string.Create(CultureInfo.InvariantCulture, $"delivered {Count("Clean", "Cleaned", "Raster", "Text")} (as pictures {Count("Raster")}, as text {Count("Text")}), held {Count("Held")}, blocked {Count("Blocked")}");
    }

    private static string ByEye(List<(string File, string Eye, string Seen)> seen) => seen.Count == 0 ? "none" : string.Join(", ", seen.GroupBy(s => s.Eye).Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Key} {g.Count()}")));
}
