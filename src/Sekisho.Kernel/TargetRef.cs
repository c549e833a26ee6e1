namespace Sekisho.Kernel;

/// <summary>One target: its kind and the identifier its owner gave it.</summary>
public readonly record struct TargetRef(TargetKind Kind, string Id) : IComparable<TargetRef>
{
    /// <summary>The one city of an installation.</summary>
    public static readonly TargetRef City = new(TargetKind.City, "city");
    public static TargetRef Organ(string code) => new(TargetKind.Organ, code);
    public static TargetRef Unit(string id) => new(TargetKind.Unit, id);
    public static TargetRef Person(string id) => new(TargetKind.Person, id);
    public static TargetRef ZonePair(string source, string destination) => new(TargetKind.ZonePair, source + ">" + destination);
    public override string ToString() => Kind.Code() + ":" + Id;
    public int CompareTo(TargetRef other)
    {
        var byKind = Kind.CompareTo(other.Kind);
        return byKind != 0 ? byKind : string.CompareOrdinal(Id, other.Id);
    }
    /// <summary>Reads what <see cref="ToString"/> wrote; null for an unknown kind or an empty id.</summary>
    public static TargetRef? Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || colon == text.Length - 1) return null;
        return TargetKindCodes.Find(text[..colon]) is { } kind ? new TargetRef(kind, text[(colon + 1)..]) : null;
    }
}
