using Sekisho.Conformity.Packs;
using Sekisho.Kernel;
using Sekisho.Shell.Language;

namespace Sekisho.Policy.Documents;

/// <summary>Roles in the city's own words, else in the product's.</summary>
internal static class RoleNames
{
    public static IEnumerable<string> Of(Pack pack, Obligation obligation, Words words) => obligation.Roles.Select(r => Of(pack, r, words));

    public static string Of(Pack pack, RoleCode role, Words words) =>
        pack.Roles.FirstOrDefault(r => r.Role == role && role.Value != "UNMAPPED")?.LocalName
        ?? (words.Has("policy.role." + role.Value) ? words["policy.role." + role.Value] : words.Role(role.Value));
}
