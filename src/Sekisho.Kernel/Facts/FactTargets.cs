namespace Sekisho.Kernel.Facts;

/// <summary>
/// Derives the targets a fact names from the identifiers in its payload, so that they are never written twice.
/// Only kinds that the vocabulary allows for the fact, and only identifiers that are present.
/// </summary>
public static class FactTargets
{
    public static IReadOnlyList<TargetRef> Of(IFact fact)
    {
        var schema = FactSchema.Of(fact);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in schema.Fields)
            if (!field.IsSide && field.Property.GetValue(fact) is string s && s.Length > 0) values[field.Name] = s;
        var found = new List<TargetRef>();
        foreach (var kind in schema.Targets)
            if (IdOf(kind, schema, values) is { } id) found.Add(new TargetRef(kind, id));
        return found;
    }

    private static string? IdOf(TargetKind kind, FactSchema schema, Dictionary<string, string> values) => kind switch
    {
        TargetKind.City => TargetRef.City.Id,
        TargetKind.ZonePair => values.TryGetValue("src_zone", out var src) && values.TryGetValue("dst_zone", out var dst)
            ? TargetRef.ZonePair(src, dst).Id : null,
        TargetKind.Case => CaseId(schema, values),
        _ when schema.Name == "org.target.assigned" => AssignedId(kind, values),
        _ => values.GetValueOrDefault(Field(kind)),
    };

    /// <summary>org.target.assigned names its object by kind and id, besides the unit it belongs to.</summary>
    private static string? AssignedId(TargetKind kind, Dictionary<string, string> values) =>
        kind == TargetKind.Unit ? values.GetValueOrDefault("unit_id")
        : values.GetValueOrDefault("target_kind") == kind.Code() ? values.GetValueOrDefault("target_id") : null;

    // A case is named by case_id, else by the first field called …_id that no other target kind of the fact uses.
    private static string? CaseId(FactSchema schema, Dictionary<string, string> values)
    {
        if (values.TryGetValue("case_id", out var direct)) return direct;
        var taken = schema.Targets.Where(k => k != TargetKind.Case).Select(Field).ToHashSet(StringComparer.Ordinal);
        foreach (var field in schema.Fields)
            if (field.Name.EndsWith("_id", StringComparison.Ordinal) && !taken.Contains(field.Name)
                && field.Name is not ("person_id" or "approver_person_id" or "message_id"))
                return values.GetValueOrDefault(field.Name);
        return null;
    }

    private static string Field(TargetKind kind) => kind switch
    {
        TargetKind.Organ => "organ_code",
        TargetKind.Facility => "site_id",
        TargetKind.Document => "doc_id",
        _ => kind.Code() + "_id",
    };
}
