using Sekisho.Conformity.Packs;
using Sekisho.Kernel;

namespace Sekisho.Policy.Packs;

/// <summary>The folder with <c>_shared/</c> and one folder a pack. Read from disk on every use: packs are small, and an update needs no restart.</summary>
/// <param name="Path">Absolute.</param>
public sealed record PackFolder(string Path)
{
    private const string PackFile = "pack.yaml";

    /// <summary>The packs that lie beside the program.</summary>
    public static PackFolder Shipped { get; } = new(System.IO.Path.Combine(AppContext.BaseDirectory, "content", "packs"));

    /// <summary>Codes of the packs that are there, in order.</summary>
    public IReadOnlyList<string> Codes => !Directory.Exists(Path) ? []
        : [.. Directory.GetDirectories(Path).Where(d => File.Exists(System.IO.Path.Combine(d, PackFile))).Select(d => System.IO.Path.GetFileName(d)).Order(StringComparer.Ordinal)];

    /// <summary>The shared catalogue of controls with its rules and the facts that have no producer.</summary>
    public Result<ControlCatalogue> Catalogue()
    {
        var shared = System.IO.Path.Combine(Path, "_shared");
        if (!Directory.Exists(shared)) return Missing("_shared");
        var files = Directory.GetFiles(shared, "*.yaml", SearchOption.AllDirectories).Select(Read).ToList();
        var pending = System.IO.Path.Combine(Path, "..", "facts.pending");
        if (File.Exists(pending)) files.Add(new Conformity.Packs.PackFile("facts.pending", File.ReadAllText(pending)));
        return Opened(PackReader.ReadControls(files));
    }

    /// <summary>One pack's file; refused with the codes that are there when it is not.</summary>
    public Result<PackFile> Content(string code) =>
        Codes.Contains(code, StringComparer.Ordinal) ? Read(System.IO.Path.Combine(Path, code, PackFile)) : Missing(code);

    /// <summary>The policy's own text where the pack ships one; null where the city brings it.</summary>
    public byte[]? ShippedText(Pack pack)
    {
        var file = pack.Document.TextFile is { } name ? System.IO.Path.Combine(Path, pack.Code, System.IO.Path.GetFileName(name)) : null;
        return file is not null && File.Exists(file) ? File.ReadAllBytes(file) : null;
    }

    /// <summary>Documents below the policy that the pack ships, named "1-standard.txt": order, then kind.</summary>
    public IReadOnlyList<PackText> Documents(string code)
    {
        var folder = System.IO.Path.Combine(Path, System.IO.Path.GetFileName(code), "documents");
        return !Directory.Exists(folder) ? [] : [.. Directory.GetFiles(folder, "*-*.txt").Order(StringComparer.Ordinal)
            .Select(f => new PackText(System.IO.Path.GetFileName(f), System.IO.Path.GetFileNameWithoutExtension(f).Split('-', 2)[1], File.ReadAllBytes(f)))];
    }

    /// <summary>The pack checked against the catalogue; every problem with file and line.</summary>
    public static Result<Pack> Open(PackFile file, ControlCatalogue catalogue) => Opened(PackReader.ReadPack(file, catalogue));

    private PackFile Read(string file) => new(System.IO.Path.GetRelativePath(Path, file).Replace('\\', '/'), File.ReadAllText(file));

    private static Result<T> Opened<T>(PackReading<T> reading) where T : class => reading.IsOk
        ? reading.Value!
        : Result<T>.Refused([.. reading.Problems.Select(p => new Refusal("policy.pack.problem", p.ToString(), "パックのこの行を直してください。"))]);

    private Refusal Missing(string code) => new("policy.pack.missing", $"パック「{code}」がありません。", $"在るのは {string.Join("、", Codes)} です。どれかを選んでください。");
}
