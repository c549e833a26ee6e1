namespace Sekisho.Conformity.Packs;

/// <summary>How targets become one verdict for a unit, an organ and the city.</summary>
public enum RollupKind { Worst, CityWide, Ratio }
