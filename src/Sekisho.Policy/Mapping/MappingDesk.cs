using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Policy.Packs;

namespace Sekisho.Policy.Mapping;

/// <summary>
/// What a person does to the sentences of a policy: confirm, leave out with a reason, undo, and make the result the installation's obligations.
/// One at a time for each document; an act about a sentence somebody else has decided since it was read is refused.
/// </summary>
internal sealed class MappingDesk(CommandRunner commands, PackLibrary packs, MappingReader reader)
{
    private const int LongestWords = 200;

    /// <summary>One sentence as a person wants it; null values are those proposed.</summary>
    internal sealed record Wanted(int Number, string? Strength = null, IReadOnlyList<string>? Roles = null, IReadOnlyList<string>? Controls = null, string? Interval = null);

    /// <summary>The sentences become obligations with these values.</summary>
    /// <param name="position">The newest act when the page was read.</param>
    public Task<Result<int>> ConfirmAsync(Guid commandId, Actor actor, string documentId, int position, IReadOnlyList<Wanted> wanted, CancellationToken ct) =>
        RunAsync(commandId, actor, documentId, "policy.mapping.confirm", (work, view) =>
        {
            var lines = wanted.Select(w => view.Line(w.Number)).OfType<MappingLine>().ToList();
            if (Check(view, lines, position) is { } refusal) return Result<int>.Refused([refusal]);
            var next = view.Acts.NextNumber(view.Applied.Pack.Obligations.Select(o => o.Id));
            var choices = new List<MappingChoice>();
            foreach (var (line, want) in lines.Zip(wanted))
            {
                var chosen = ChosenDuty.Of(view.Applied, line, want, string.Create(CultureInfo.InvariantCulture, $"{view.Applied.Pack.Code}-{next + choices.Count:000}"));
                if (!chosen.IsOk) return chosen.As<int>();
                choices.Add(chosen.Value);
            }
            return Add(work, view, MappingActRow.Confirm, choices, null);
        }, ct);

    /// <summary>The sentences are no obligations.</summary>
    /// <param name="why">A code of <see cref="NotDuty"/>.</param>
    public Task<Result<int>> ExcludeAsync(Guid commandId, Actor actor, string documentId, int position, IReadOnlyList<int> numbers, string why, string words, CancellationToken ct) =>
        RunAsync(commandId, actor, documentId, "policy.mapping.exclude", (work, view) =>
        {
            if (!NotDuty.Codes.Contains(why, StringComparer.Ordinal)) return new Refusal("policy.mapping.why", "義務でない理由が選ばれていません。", "理由を一つ選んでください。") { Field = "why" };
            if ((why == NotDuty.Other && words.Length == 0) || words.Length > LongestWords) return new Refusal("policy.mapping.words", "理由の言葉がないか、長すぎます。", $"なぜ義務でないかを{LongestWords}字までで書いてください。") { Field = "words" };
            var lines = numbers.Select(view.Line).OfType<MappingLine>().ToList();
            if (Check(view, lines, position) is { } refusal) return refusal;
            return Add(work, view, MappingActRow.Exclude, [.. lines.Select(l => new MappingChoice(l.Path, l.Sentence, l.Digest) { Why = why, Words = words.Length > 0 ? words : null })], null);
        }, ct);

    /// <summary>Takes back the newest act that holds, by another act.</summary>
    /// <param name="act">The act the page showed as the newest.</param>
    /// <returns>The number of its first sentence.</returns>
    public Task<Result<int>> UndoAsync(Guid commandId, Actor actor, string documentId, Guid act, CancellationToken ct) =>
        RunAsync(commandId, actor, documentId, "policy.mapping.undo", (work, view) =>
        {
            if (view.Acts.Last is not { } last) return new Refusal("policy.mapping.noundo", "取り消せる操作がありません。", "一文ずつ確かめてください。");
            if (last.Id != act) return Changed;
            Add(work, view, MappingActRow.Undo, [], last.Id);
            var first = MappingChoice.Read(last.Choices)[0];
            return view.Lines.FirstOrDefault(l => l.Path == first.Path && l.Sentence == first.Number)?.Number ?? 1;
        }, ct);

    /// <summary>Writes the pack with what is confirmed and applies it.</summary>
    /// <returns>How many obligations the pack has now.</returns>
    public Task<Result<int>> ApplyAsync(Guid commandId, Actor actor, string documentId, CancellationToken ct) =>
        commands.RunAsync(commandId, "policy.mapping.apply", actor, async (work, inner) =>
        {
            var read = await LockedAsync(work, documentId, inner);
            if (!read.IsOk) return read.As<int>();
            var view = read.Value;
            if (view.Added + view.Removed == 0) return new Refusal("policy.mapping.nothing", "反映していない変更はありません。", "文を確かめてから反映してください。");
            var row = await work.Context<DocumentsContext>().Packs.AsNoTracking().SingleAsync(p => p.Code == view.Applied.Pack.Code, inner);
            var content = MappingPack.Write(view, row.Content);
            var pack = PackFolder.Open(new Conformity.Packs.PackFile(row.Code + "/pack.yaml", content), view.Applied.Catalogue);
            if (!pack.IsOk) return pack.As<int>();
            if (Documents.ImportEdition.Check(view.Text, pack.Value) is { Count: > 0 } refusals) return Result<int>.Refused(refusals);
            var done = await ApplyPack.ApplyAsync(work, pack.Value, content, inner);
            return done.IsOk ? pack.Value.Obligations.Count : done.As<int>();
        }, ct);

    private Task<Result<int>> RunAsync(Guid commandId, Actor actor, string documentId, string name, Func<UnitOfWork, MappingView, Result<int>> act, CancellationToken ct) =>
        commands.RunAsync(commandId, name, actor, async (work, inner) =>
        {
            var view = await LockedAsync(work, documentId, inner);
            return view.IsOk ? act(work, view.Value) : view.As<int>();
        }, ct);

    private async Task<Result<MappingView>> LockedAsync(UnitOfWork work, string documentId, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select 1 from policy.document where id = $1 for update", work.Connection, work.Transaction) { Parameters = { new() { Value = documentId } } };
        await command.ExecuteScalarAsync(ct);
        return await packs.AppliedAsync(work, ct) is { } applied
            ? await reader.ViewAsync(work.Context<DocumentsContext>(), applied, documentId, ct)
            : new Refusal("policy.mapping.no-pack", "この市のパックがまだ入っていません。", "先に市のパックを選んで始めてください。") { IsNotFound = true };
    }

    private static Refusal? Check(MappingView view, List<MappingLine> lines, int position)
    {
        if (lines.Count is 0 or > MappingView.MostAlike) return new Refusal("policy.mapping.nobody", "文が選ばれていません。", "文を一つ以上選んでください。") { Field = "line" };
        if (lines.Any(l => view.Acts.TouchedAt(l.Path, l.Sentence) > position)) return Changed;
        return lines.Any(l => l.State == MappingState.Bound) ? new Refusal("policy.mapping.bound", "この文はもう義務に入っています。", "条文の画面でその義務を見てください。") : null;
    }

    private static Result<int> Add(UnitOfWork work, MappingView view, string kind, IReadOnlyList<MappingChoice> choices, Guid? undoes)
    {
        var row = new MappingActRow
        {
            Id = work.Ids.Next(), DocumentId = view.Document.Id, EditionId = view.EditionId, Position = view.Acts.Position + 1, Kind = kind, Choices = MappingChoice.Write(choices),
            Undoes = undoes, ActedBy = work.Actor.PersonId ?? work.Actor.Name, ActedAt = work.Now,
        };
        work.Context<DocumentsContext>().Add(row);
        var payload = new Dictionary<string, object>(StringComparer.Ordinal) { ["document"] = view.Document.Id, ["version"] = (long)view.Version, ["act"] = row.Id.ToString("D", CultureInfo.InvariantCulture), ["sentences"] = (long)choices.Count };
        if (undoes is { } taken) payload["undoes"] = taken.ToString("D", CultureInfo.InvariantCulture);
        work.Audit(kind switch { MappingActRow.Confirm => "policy.mapping.confirmed", MappingActRow.Exclude => "policy.mapping.excluded", _ => "policy.mapping.undone" }, payload);
        return choices.Count;
    }

    private static Refusal Changed { get; } = new("policy.mapping.changed", "ほかの人が先にこの文を決めました。", "画面を読み込み直して、今の決め方を見てください。") { IsConflict = true };
}
