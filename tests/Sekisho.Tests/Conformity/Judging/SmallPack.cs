using Sekisho.Conformity.Judging;
using Sekisho.Conformity.Packs;
using Sekisho.Kernel;
using Sekisho.Kernel.Clauses;
using Sekisho.Kernel.Ledger;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Conformity.Judging;

/// <summary>A policy of one article for one question.</summary>
internal static class SmallPack
{
    public static Pack Of(params (string Control, Strength Strength)[] obligations) => With([], obligations);

    public static Pack With(Dictionary<string, string> settings, params (string Control, Strength Strength)[] obligations) => new(
        "TST", "試験市", new PackDocument("方針", "policy", null, null, null, []), [], [], [], [], new Dictionary<string, string>(StringComparer.Ordinal),
        new PackSettings(settings.ToDictionary(p => p.Key, p => (IReadOnlyList<string>)[p.Value], StringComparer.Ordinal)),
        new Dictionary<string, string>(StringComparer.Ordinal),
        [.. obligations.Select((o, i) => new Obligation($"TST-{i + 1:000}", ClauseSelector.Parse("art1")!, ["s1"], o.Strength, [RoleCode.Ciso], RoleState.Text, [o.Control],
            null, null, "第1", "題", new LocalText("義務", "Duty"), null, 1))],
        Digest.OfText("pack"));

    public static JudgeInput Input(Pack pack, IEnumerable<SealedRecord> records, DateTimeOffset? asOf = null) =>
        new(pack, ContentFiles.Catalogue, FactIndex.Of(records), asOf ?? RuleCase.AsOf, null, d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

    public static JudgeResult Judge(string control, IEnumerable<SealedRecord> records) =>
        Sekisho.Conformity.Judging.Judge.Compute(Input(Of((control, Strength.Must)), records));
}
