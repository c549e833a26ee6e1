namespace Sekisho.Kernel.Ledger;

/// <summary>
/// One record as every consumer reads it: numbered by the sealer, gap-free, never before it was sealed (rule T6).
/// Payload values are <see cref="string"/>, <see cref="long"/> or lists of strings, exactly as sealed.
/// </summary>
/// <param name="Leaf">Position in the tree, from 0.</param>
/// <param name="IsFact">True for evidence facts, false for audit records (which rules never read).</param>
/// <param name="OccurredAt">Business time: when it happened.</param>
/// <param name="RecordedAt">When our clock wrote it; never editable.</param>
/// <param name="Source">Which command or probe wrote it, e.g. "organisation.import" or "watch.probe.mail".</param>
public sealed record SealedRecord(
    long Leaf,
    Guid Id,
    string Name,
    bool IsFact,
    int SchemaVersion,
    IReadOnlyList<TargetRef> Targets,
    DateTimeOffset OccurredAt,
    DateTimeOffset RecordedAt,
    string Source,
    IReadOnlyDictionary<string, object> Payload,
    IReadOnlyList<string> SideFields)
{
    public string? Text(string field) => Payload.TryGetValue(field, out var v) ? v as string : null;
    public long? Number(string field) => Payload.TryGetValue(field, out var v) && v is long n ? n : null;
    public bool? Flag(string field) => Number(field) is { } n ? n != 0 : null;
    public IReadOnlyList<string> List(string field) => Payload.TryGetValue(field, out var v) && v is IReadOnlyList<string> l ? l : [];
    public DateOnly? Date(string field) => Text(field) is { } t
        ? DateOnly.ParseExact(t, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : null;
    public DateTimeOffset? Time(string field) => Text(field) is { } t ? Instant.Parse(t) : null;
    /// <summary>True when the field is in the payload or was given as erasable free text.</summary>
    public bool Has(string field) => Payload.ContainsKey(field) || SideFields.Contains(field, StringComparer.Ordinal);
}
