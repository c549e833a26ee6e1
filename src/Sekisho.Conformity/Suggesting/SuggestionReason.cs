using System.Globalization;
using System.Text.RegularExpressions;
using Sekisho.Conformity.Packs;

namespace Sekisho.Conformity.Suggesting;

/// <summary>Why a control is suggested: the known sentence it is like, and the words it shares with the control's own description.</summary>
internal static partial class SuggestionReason
{
    private const int MostWords = 4;

    [GeneratedRegex("[一-龠々]{2,}|[ァ-ヶー]{3,}|[A-Z]{2,}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    public static string Of(SuggestionTally.Ranked best, SentencePlace place, Control control)
    {
        if (place.Part == SuggestionModel.Front) return control.Title.Ja + ": 題名・日付・表紙・目次の行です";
        var shared = Shared(place.Caption + "、" + place.Text, control.Title.Ja + "、" + control.Statement.Ja);
        var words = shared.Count > 0 ? "管理策の説明と「" + string.Join("」「", shared) + "」が重なります" : "管理策の説明と字の並びが重なります";
        if (best.Nearest is not { } known) return control.Title.Ja + ": " + words;
        var like = known.Source + "に似ています(" + best.Likeness.ToString("0.00", CultureInfo.InvariantCulture) + ")";
        return control.Title.Ja + ": " + like + (shared.Count > 0 ? "。" + words : "");
    }

    private static List<string> Shared(string sentence, string description)
    {
        var folded = GramVector.Fold(description);
        return [.. Word().Matches(GramVector.Fold(sentence)).Select(m => m.Value).Distinct(StringComparer.Ordinal).Where(w => folded.Contains(w, StringComparison.Ordinal)).Take(MostWords)];
    }
}
