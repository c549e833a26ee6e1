using Sekisho.Conformity.Packs;
using Sekisho.Kernel;

namespace Sekisho.Policy.Packs;

/// <summary>The pack this city works with, and the catalogue it is judged by.</summary>
public sealed record AppliedPack(Pack Pack, ControlCatalogue Catalogue)
{
    /// <summary>Id of the policy's document: stable for the pack, in facts and addresses.</summary>
    public string DocumentId => DocumentIdOf(Pack.Code);

    /// <summary>The value in force: the city's, else the catalogue's default.</summary>
    public string ParameterOf(Control control, string name) =>
        Pack.Parameters.TryGetValue(control.Id + "." + name, out var value) ? value : control.Parameters[name].Default;

    public static string DocumentIdOf(string packCode) => packCode.ToLowerInvariant() + "-policy";
}
