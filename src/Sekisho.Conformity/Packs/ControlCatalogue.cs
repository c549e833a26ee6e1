using Sekisho.Kernel;

namespace Sekisho.Conformity.Packs;

/// <summary>The shared controls by id, and the facts no part of the product can produce yet.</summary>
public sealed class ControlCatalogue
{
    private readonly Dictionary<string, Control> byId;

    public ControlCatalogue(IReadOnlyList<Control> controls, IReadOnlySet<string> pendingFacts, Digest digest)
    {
        (Controls, PendingFacts, Digest) = (controls, pendingFacts, digest);
        byId = controls.ToDictionary(c => c.Id, StringComparer.Ordinal);
    }

    /// <summary>In the order of the catalogue.</summary>
    public IReadOnlyList<Control> Controls { get; }
    public IReadOnlySet<string> PendingFacts { get; }
    /// <summary>Over every file the catalogue was read from: names the input of a verdict in the ledger.</summary>
    public Digest Digest { get; }
    public Control? Find(string id) => byId.GetValueOrDefault(id);
    public Control this[string id] => byId[id];
}
