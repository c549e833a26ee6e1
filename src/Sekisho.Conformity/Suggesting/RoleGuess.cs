using Sekisho.Conformity.Packs;
using Sekisho.Kernel;

namespace Sekisho.Conformity.Suggesting;

/// <summary>Which neutral role a name in a text is: the known packs' names first, then the endings such names usually have. A person confirms it.</summary>
public sealed class RoleGuess
{
    private static readonly (string[] Parts, string Role)[] Endings =
    [
        (["CISO"], "CISO"), (["最高", "責任者"], "CISO"), (["統括責任者"], "CISO"), (["CSIRT"], "CSIRT"), (["監査"], "AUDITOR"), (["委員会"], "COMMITTEE"),
        (["庁舎", "責任者"], "BLDG_OWNER"), (["庁舎", "管理者"], "BLDG_MGR"), (["文書管理者"], "DOC_MGR"),
        (["システム責任者"], "SYS_OWNER"), (["システム", "管理者"], "SYS_ADMIN"), (["セキュリティ責任者"], "DEPT_HEAD"), (["セキュリティ管理者"], "SECT_HEAD"), (["担当者"], "SECT_OPERATOR"),
        (["職員"], "ALL_STAFF"), (["事業者"], "CONTRACTOR"), (["受けた者"], "CONTRACTOR"), (["部長"], "DEPT_HEAD"), (["課長"], "SECT_HEAD"),
    ];

    private readonly Dictionary<string, RoleCode> known = new(StringComparer.Ordinal);

    public RoleGuess(IEnumerable<Pack> packs)
    {
        foreach (var binding in packs.SelectMany(p => p.Roles).Where(r => r.State == RoleState.Text)) known.TryAdd(GramVector.Fold(binding.LocalName), binding.Role);
    }

    /// <summary>The codes joined by commas. CITY where the text names nobody or the municipality itself; UNMAPPED where a name tells nothing.</summary>
    public string Of(string bearer)
    {
        if (bearer.Length == 0) return "CITY";
        var codes = GramVector.Fold(bearer).Split(["及び", "又は", "並びに", "・"], StringSplitOptions.RemoveEmptyEntries).Select(One).Distinct(StringComparer.Ordinal).ToList();
        if (known.TryGetValue(GramVector.Fold(bearer), out var whole)) return whole.Value;
        return string.Join(',', codes);
    }

    private string One(string name)
    {
        if (known.TryGetValue(name, out var role)) return role.Value;
        foreach (var (parts, code) in Endings)
            if (parts.All(p => name.Contains(p, StringComparison.Ordinal))) return code;
        return name is "市長" or "町長" or "村長" ? "MAYOR" : name.EndsWith('市') || name.EndsWith('町') || name.EndsWith('村') ? "CITY" : "UNMAPPED";
    }
}
