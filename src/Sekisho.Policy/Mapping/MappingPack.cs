using Sekisho.Conformity.Packs;
using Sekisho.Policy.Suggesting;

namespace Sekisho.Policy.Mapping;

/// <summary>The applied pack with what persons confirmed: obligations from the mapping are written anew each time, all others stay as they are.</summary>
internal static class MappingPack
{
    /// <param name="content">The applied pack as YAML.</param>
    public static string Write(MappingView view, string content)
    {
        var confirmed = view.Lines.Where(l => l.Choice is { Id: not null } && l.State == MappingState.Confirmed).ToList();
        var duties = confirmed.Select(l => DutyOf(view, l, l.Choice!)).OrderBy(d => d.Id, StringComparer.Ordinal).ToList();
        return PackDuties.Put(content, view.Acts.GivenIds.ToHashSet(StringComparer.Ordinal), duties, ProposedDuty.Named(confirmed.Where(l => l.Choice!.RoleState == "text").Select(l => l.Suggested)));
    }

    private static DutyDraft DutyOf(MappingView view, MappingLine line, MappingChoice choice)
    {
        var duty = new ProposedDuty(choice.Strength!, choice.Roles!, choice.RoleState!, choice.Controls!, choice.Interval ?? "", choice.IntervalSource ?? "parameter");
        return duty.Write(choice.Id!, view.Text, line.Suggested.Sentence, ["s" + line.Sentence.ToString(System.Globalization.CultureInfo.InvariantCulture)], view.Applied.Catalogue, "");
    }
}
