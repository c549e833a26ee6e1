using Sekisho.Conformity.Judging;
using Sekisho.Kernel;
using Sekisho.Policy.Packs;

namespace Sekisho.Policy.Board;

/// <summary>What will change by the passing of time alone, kept until something new arrives or the day is over.</summary>
internal sealed class BoardOutlook(ConformityState state, TimeProvider time)
{
    public const int Days = 90;
    private sealed record Known(string Key, IReadOnlyList<Turn> Turns);
    private volatile Known? known;

    /// <summary>Every change of the next <see cref="Days"/> days, the earliest first; walls are the caller's.</summary>
    public async Task<IReadOnlyList<Turn>> TurnsAsync(AppliedPack applied, CancellationToken ct)
    {
        using var held = await state.LockAsync(ct);
        await state.CatchUpAsync(ct);
        var now = Instant.Cut(time.GetUtcNow());
        var result = state.Judge(applied, now);
        var key = result.InputDigest.Hex + JapanTime.Day(now).ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture);
        if (known is { } kept && kept.Key == key) return kept.Turns;
        var turns = Outlook.Of(state.Basis(applied, null, now), result, Days);
        known = new Known(key, turns);
        return turns;
    }

    /// <summary>The same for one control: asked for where one verdict is explained.</summary>
    /// <param name="result">The present board.</param>
    public async Task<IReadOnlyList<Turn>> OfAsync(AppliedPack applied, JudgeResult result, string control, CancellationToken ct)
    {
        if (!result.Controls.TryGetValue(control, out var own)) return [];
        using var held = await state.LockAsync(ct);
        var one = new HashSet<string>([control], StringComparer.Ordinal);
        return Outlook.Of(Outlook.Only(state.Basis(applied, result.LeafCount, result.AsOf), one), result with { Controls = new Dictionary<string, ControlResult>(StringComparer.Ordinal) { [control] = own } }, Days);
    }
}
