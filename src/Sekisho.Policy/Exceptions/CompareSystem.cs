using Microsoft.EntityFrameworkCore;
using Sekisho.Kernel;
using Sekisho.Kernel.Facts.Organisation;
using Sekisho.Platform;
using Sekisho.Policy.Packs;

namespace Sekisho.Policy.Exceptions;

/// <summary>突合: every article of the policy is held against the unit's own stricter system, for at most a year. What is not met needs another measure or stays open.</summary>
/// <param name="Articles">met or unmet, by article.</param>
/// <param name="Alternatives">What is done instead, by article.</param>
/// <param name="LastDay">The comparison is good until then.</param>
public sealed record CompareSystem(Guid Id, string Scheme, IReadOnlyDictionary<string, string> Articles, IReadOnlyDictionary<string, string> Alternatives, DateOnly LastDay)
{
    public const string Met = "met", Unmet = "unmet";
    private const int Longest = 200;

    /// <summary>The articles that ask something.</summary>
    public static IReadOnlyList<string> Of(AppliedPack applied) => [.. applied.Pack.Obligations.Where(o => o.Controls.Count > 0).SelectMany(o => o.Articles).Select(a => a.ToString()).Distinct(StringComparer.Ordinal)];

    public Task<Result<int>> RunAsync(CommandRunner commands, PackLibrary packs, Guid commandId, Actor actor, CancellationToken ct) =>
        commands.RunAsync<int>(commandId, "policy.exception.compare", actor, async (work, inner) =>
        {
            var context = work.Context<DocumentsContext>();
            var row = await context.Exceptions.AsNoTracking().SingleOrDefaultAsync(e => e.Id == Id, inner);
            if (row is null || row.Kind != ExceptionRow.Equivalence || row.UnitId is not { } unit || !await EndException.MayAsync(work, actor, row, inner) || await packs.AppliedAsync(work, inner) is not { } applied)
                return new Refusal("policy.equivalence.gone", "突合する特例がありません。", "一覧から選び直してください。") { IsNotFound = true };
            var today = JapanTime.Day(work.Now);
            var wrong = Problems(Of(applied), today).ToList();
            if (wrong.Count > 0) return Result<int>.Refused(wrong);
            var before = await context.Equivalences.Where(e => e.ExceptionId == Id).ToDictionaryAsync(e => e.Path, StringComparer.Ordinal, inner);
            foreach (var path in Of(applied))
            {
                var (met, alternative) = (Articles[path] == Met, Alternatives.GetValueOrDefault(path) ?? "");
                if (before.TryGetValue(path, out var old)) (old.Scheme, old.Met, old.Alternative, old.ValidTo, old.ComparedBy, old.ComparedOn) = (Scheme, met, alternative, LastDay.AddDays(1), actor.PersonId ?? actor.Name, today);
                else context.Add(new EquivalenceRow { ExceptionId = Id, Path = path, Scheme = Scheme, Met = met, Alternative = alternative, ValidTo = LastDay.AddDays(1), ComparedBy = actor.PersonId ?? actor.Name, ComparedOn = today });
                // The words of the measure stay in the row; the ledger is told that there is one.
                work.Fact(new EquivalenceVerified(ExceptionLink.Text(Id), unit, path, met, alternative.Length > 0 ? "equivalence:" + path : null, actor.PersonId ?? actor.Name, LastDay.AddDays(1)));
            }
            return Articles.Count;
        }, ct);

    private IEnumerable<Refusal> Problems(IReadOnlyList<string> articles, DateOnly today)
    {
        if (Scheme.Length is 0 or > Longest) yield return new Refusal("policy.equivalence.scheme", "管理体制の名が書かれていないか、長すぎます。", $"名を{Longest}字までで書いてください。") { Field = "scheme" };
        if (articles.Any(a => Articles.GetValueOrDefault(a) is not (Met or Unmet))) yield return new Refusal("policy.equivalence.articles", "突き合わせていない条があります。", "全ての条について、満たすか満たさないかを選んでください。") { Field = "articles" };
        if (Alternatives.Values.Any(a => a.Length > Longest)) yield return new Refusal("policy.equivalence.alternative", "代替策が長すぎます。", $"{Longest}字までで書いてください。") { Field = "articles" };
        if (LastDay < today || LastDay > today.AddYears(1)) yield return new Refusal("policy.equivalence.until", "有効な期限ではありません。", "今日から一年以内の日を入れてください。") { Field = "until" };
    }
}
