using System.Text.Json;
using Sekisho.Kernel;
using Sekisho.Platform;

namespace Sekisho.Organisation.Import;

/// <summary>Keeps uploaded CSV text for its uploader until it is applied or given up. Nothing of the roster changes.</summary>
public sealed record StageImport(IReadOnlyList<ImportFile> Files)
{
    public const string AuditName = "organisation.import.staged";
    /// <summary>More files at once are refused: there are seven kinds, and a city may split one by organ.</summary>
    public const int MaxFiles = 100;

    public Task<Result<Guid>> RunAsync(CommandRunner runner, Guid commandId, Actor actor, CancellationToken ct) =>
        runner.RunAsync<Guid>(commandId, "organisation.stage-import", actor, (work, _) =>
        {
            if (actor.PersonId is not { } person) return Refuse("取り込む人が分かりません。", "サインインしてください。");
            if (Files.Count == 0) return Refuse("ファイルが選ばれていません。", "CSV を一つ以上選んでください。");
            if (Files.Count > MaxFiles) return Refuse($"ファイルが{MaxFiles}を超えています。", "分けて取り込んでください。");
            work.Context<OrganisationContext>().Add(new ImportBatch(commandId, person, work.Now, JsonSerializer.Serialize(Files), null));
            work.Audit(AuditName, new Dictionary<string, object>(StringComparer.Ordinal) { ["batch"] = commandId.ToString(), ["files"] = (long)Files.Count }, null, TargetRef.City);
            return Task.FromResult<Result<Guid>>(commandId);
        }, ct);

    private static Task<Result<Guid>> Refuse(string what, string todo) => Task.FromResult<Result<Guid>>(new Refusal("import.stage", what, todo) { Field = "files" });
}
