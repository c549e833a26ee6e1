namespace Sekisho.Sanitizing.Drawings;

/// <summary>First walk over a DXF: its records, which of them are kept, and the handles of those that are not.</summary>
internal sealed class DxfSurvey
{
    private readonly string text;
    private readonly List<DxfPair> pairs;
    private readonly string place;
    private readonly SortedDictionary<string, int> removed = new(StringComparer.Ordinal);

    internal DxfSurvey(string text, List<DxfPair> pairs, string place)
    {
        (this.text, this.pairs, this.place) = (text, pairs, place);
        Records = Split();
        Kept = new bool[Records.Count];
        for (var i = 0; i < Kept.Length; i++)
            if (!(Kept[i] = Keep(Records[i]))) Drop(Records[i]);
        DropOrphans();
    }

    internal List<DxfRecord> Records { get; }
    internal bool[] Kept { get; }
    /// <summary>Handles of records that are not written.</summary>
    internal HashSet<ulong> Gone { get; } = [];
    /// <summary>What people are told, by kind.</summary>
    internal IReadOnlyDictionary<string, int> Removed => removed;
    /// <summary>What only the program needs that wrote the file.</summary>
    internal int ForPrograms { get; set; }

    internal void Tell(string? kind)
    {
        if (kind is null) ForPrograms++;
        else removed[kind] = removed.GetValueOrDefault(kind) + 1;
    }

    private List<DxfRecord> Split()
    {
        var records = new List<DxfRecord>();
        var section = "";
        for (var at = 0; at < pairs.Count;)
        {
            var (code, end) = (pairs[at].Code, at + 1);
            // Remarks between records have no type.
            var type = code is 0 or 9 ? pairs[at].Of(text).Trim().ToString() : "";
            if (code == 0 && type is "SECTION")
            {
                if (section.Length > 0 || end >= pairs.Count || pairs[end].Code != 2) throw DxfReader.Broken(place);
                section = pairs[end++].Of(text).Trim().ToString();
            }
            else while (end < pairs.Count && pairs[end].Code != 0 && !(section is "HEADER" && pairs[end].Code == 9)) end++;
            if (code == 0 && type is "EOF" ? section.Length > 0 : section.Length == 0 && code != 999) throw DxfReader.Broken(place);
            records.Add(new(section, type, at, end));
            if (code == 0 && type is "ENDSEC") section = "";
            at = end;
        }
        return records;
    }

    private bool Keep(DxfRecord r)
    {
        if (r.Type is "EOF") return true;
        if (!DxfAllow.Sections.Contains(r.Section)) return false;
        if (r.Type is "SECTION" or "ENDSEC") return true;
        var isListed = r.Section switch
        {
            "HEADER" => IsVariable(r),
            "CLASSES" => r.Type is "CLASS" && Value(r, 1) is { } name && (DxfAllow.Objects.Contains(name) || DxfAllow.Entities.Contains(name)),
            "TABLES" => DxfAllow.Tables.Contains(r.Type),
            "BLOCKS" or "ENTITIES" => DxfAllow.Entities.Contains(r.Type),
            _ => DxfAllow.Objects.Contains(r.Type),
        };
        return isListed && IsSound(r);
    }

    private bool IsVariable(DxfRecord r)
    {
        if (!r.Type.StartsWith('$') || r.Type.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('$' or '_'))) return false;
        if (DxfAllow.TextVariables.Contains(r.Type)) return true;
        for (var i = r.From + 1; i < r.To; i++)
            if (DxfValue.IsText(pairs[i].Code)) return false;
        return true;
    }

    private bool IsSound(DxfRecord r)
    {
        for (var i = r.From + 1; i < r.To; i++)
            if (!DxfValue.Holds(pairs[i].Code, pairs[i].Of(text))) return false;
        return true;
    }

    private void Drop(DxfRecord r)
    {
        if (Handle(r) is { } handle) Gone.Add(handle);
        if (r.Section is "HEADER" or "CLASSES" || !DxfAllow.Sections.Contains(r.Section)) { if (r.Type.Length > 0 && r.Type is not ("SECTION" or "ENDSEC")) ForPrograms++; }
        else if (r.Type.Length > 0) Tell(DxfAllow.Kind(r.Type));
    }

    /// <summary>An object that belongs to one that went has nobody left.</summary>
    private void DropOrphans()
    {
        for (var changed = true; changed;)
        {
            changed = false;
            for (var i = 0; i < Kept.Length; i++)
            {
                if (!Kept[i] || Records[i].Section is not "OBJECTS" || Owner(Records[i]) is not { } owner || !Gone.Contains(owner)) continue;
                Kept[i] = false;
                changed = true;
                ForPrograms++;
                if (Handle(Records[i]) is { } handle) Gone.Add(handle);
            }
        }
    }

    internal ulong? Handle(DxfRecord r)
    {
        for (var i = r.From + 1; i < r.To; i++)
            if (pairs[i].Code == (r.Type is "DIMSTYLE" ? 105 : 5)) return DxfValue.Handle(pairs[i].Of(text));
        return null;
    }

    internal string? Value(DxfRecord r, int code)
    {
        for (var i = r.From + 1; i < r.To; i++)
            if (pairs[i].Code == code) return pairs[i].Of(text).Trim().ToString();
        return null;
    }

    /// <summary>Code 330 outside a group in braces.</summary>
    private ulong? Owner(DxfRecord r)
    {
        var inside = false;
        for (var i = r.From + 1; i < r.To; i++)
        {
            if (pairs[i].Code == 102) inside = pairs[i].Of(text).TrimStart().StartsWith("{", StringComparison.Ordinal);
            if (pairs[i].Code == 330 && !inside) return DxfValue.Handle(pairs[i].Of(text));
        }
        return null;
    }
}
