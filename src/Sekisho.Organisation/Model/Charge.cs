namespace Sekisho.Organisation.Model;

/// <summary>
/// 充て職: how one role of the policy gets its holder in one organ. A charge makes seats (one, or one in each unit of some classes) and says who sits there:
/// the holder of a post, of a post with attributes, or a person named by the holder of another role.
/// </summary>
/// <param name="Id">Made from organ, role and filling; stable over imports.</param>
/// <param name="OrganCode">The organ the seat belongs to, or <see cref="Organ.CityWide"/>. The post may belong to another organ: 選挙管理委員会 is served by 総務部長.</param>
/// <param name="Role">Neutral role code.</param>
/// <param name="LocalName">What the city's text calls the role.</param>
/// <param name="Basis">Where the text says so, e.g. art7/par3; empty when it is the city's own decision.</param>
/// <param name="UnitClassList">Classes of the units that get a seat each, separated by ";"; empty = one seat for the organ.</param>
/// <param name="Filling">post, trait or nomination.</param>
/// <param name="Filler">The post's code; the attributes, separated by ";", all needed; or the code of the naming role.</param>
/// <param name="Several">More than one person may hold the seat.</param>
public sealed record Charge(
    string Id, string OrganCode, string Role, string LocalName, string Basis, string UnitClassList, string Filling, string Filler, bool Several,
    int Sort, DateOnly ValidFrom, DateOnly? ValidTo, int RowVersion = 1)
{
    public const string ByPost = "post";
    public const string ByTrait = "trait";
    public const string ByNomination = "nomination";

    public static IReadOnlyList<string> Fillings { get; } = [ByPost, ByTrait, ByNomination];

    internal Period Period => new(ValidFrom, ValidTo);
    internal bool IsPerUnit => UnitClassList.Length > 0;
    internal IReadOnlyList<string> UnitClasses => Split(UnitClassList);
    internal IReadOnlyList<string> Traits => Split(Filler);

    internal static string IdOf(string organ, string role, string unitClasses, string filling, string filler) =>
        string.Join('|', organ, role, unitClasses, filling, filler);

    private static string[] Split(string list) => list.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
