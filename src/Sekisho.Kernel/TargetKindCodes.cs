namespace Sekisho.Kernel;

/// <summary>The written names of target kinds, as in the shared catalogue.</summary>
public static class TargetKindCodes
{
    public static string Code(this TargetKind kind) => kind == TargetKind.ZonePair ? "zone_pair" : kind.ToString().ToLowerInvariant();

    public static TargetKind? Find(string code)
    {
        foreach (var kind in Enum.GetValues<TargetKind>())
            if (string.Equals(kind.Code(), code, StringComparison.Ordinal)) return kind;
        return null;
    }
}
