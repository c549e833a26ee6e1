using System.Globalization;
using System.Text;

namespace Sekisho.Sanitizing.Drawings;

/// <summary>Second walk over a DXF: writes what is kept, in one form, and mends what pointed at what is not.</summary>
internal sealed class DxfWriter(string text, List<DxfPair> pairs, DxfSurvey survey, string lineEnd)
{
    private const int Reference = 4, Overlay = 8, Resolved = 32, Referenced = 64, Dependent = 16;
    private readonly StringBuilder b = new(text.Length);

    internal string Run()
    {
        for (var i = 0; i < survey.Records.Count; i++)
            if (survey.Kept[i]) Record(survey.Records[i]);
        return b.ToString();
    }

    private void Record(DxfRecord r)
    {
        Put(pairs[r.From].Code, r.Type is "SECTION" or "ENDSEC" or "EOF" || pairs[r.From].Code is 0 or 9 ? r.Type : "");
        var isReference = r.Type is "BLOCK" && (survey.Value(r, 1) is { Length: > 0 } || Flags(r) is { } flags && (flags & (Reference | Overlay)) != 0);
        if (isReference) survey.Tell("外部ファイルの参照");
        for (var i = r.From + 1; i < r.To;)
        {
            var p = pairs[i];
            if (p.Code >= 1000) i = Data(i, r.To);
            else if (p.Code == 102) i = Group(i, r.To);
            else if (r.Type is "DICTIONARY" or "ACDBDICTIONARYWDFLT" && p.Code == 3 && i + 1 < r.To && pairs[i + 1].Code is 350 or 360 && IsGone(pairs[i + 1])) i += 2;
            else if (DxfValue.IsHandle(p.Code)) i = Handle(r, i);
            else
            {
                if (DxfValue.IsNumber(p.Code)) Put(p.Code, isReference && p.Code == 70 ? Number((Flags(r) ?? 0) & ~(Reference | Overlay | Resolved | Referenced | Dependent)) : p.Of(text).Trim());
                else if (DxfValue.IsText(p.Code)) Put(p.Code, isReference && p.Code == 1 ? "" : Text(r, p));
                else if (p.Code != 999) survey.ForPrograms++;
                i++;
            }
        }
    }

    private int? Flags(DxfRecord r) => int.TryParse(survey.Value(r, 70), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var flags) ? flags : null;

    private static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);

    private bool IsGone(DxfPair p) => DxfValue.Handle(p.Of(text)) is { } handle && survey.Gone.Contains(handle);

    /// <summary>A reference to what is not written becomes 0; in lists it goes.</summary>
    private int Handle(DxfRecord r, int i)
    {
        var p = pairs[i];
        if (DxfValue.Handle(p.Of(text)) is null) return i + 1;
        if (!IsGone(p)) Put(p.Code, p.Of(text).Trim());
        else if (r.Type is "SORTENTSTABLE") return i + (p.Code == 331 ? 2 : 1);
        else if (r.Type is not "GROUP") Put(p.Code, "0");
        return i + 1;
    }

    /// <summary>Code 102: a group in braces of the program's own bookkeeping; those of applications go.</summary>
    private int Group(int start, int to)
    {
        var name = pairs[start].Of(text).Trim().ToString();
        if (!name.StartsWith('{')) return start + 1;
        var end = start + 1;
        while (end < to && !(pairs[end].Code == 102 && pairs[end].Is(text, "}"))) end++;
        if (!DxfAllow.Groups.Contains(name)) survey.ForPrograms++;
        else
        {
            var kept = new List<DxfPair>();
            for (var i = start + 1; i < end; i++)
                if (DxfValue.IsHandle(pairs[i].Code) && DxfValue.Handle(pairs[i].Of(text)) is not null && !IsGone(pairs[i])) kept.Add(pairs[i]);
            if (kept.Count > 0)
            {
                Put(102, name);
                foreach (var p in kept) Put(p.Code, p.Of(text).Trim());
                Put(102, "}");
            }
        }
        return Math.Min(end + 1, to);
    }

    /// <summary>Extended data of one application (codes 1000 and above), from its name to the next.</summary>
    private int Data(int start, int to)
    {
        var end = start + 1;
        while (end < to && pairs[end].Code >= 1000 && pairs[end].Code != 1001) end++;
        var isKept = pairs[start].Code == 1001 && DxfAllow.Applications.Contains(pairs[start].Of(text).Trim().ToString());
        for (var i = start; i < end && isKept; i++)
        {
            var p = pairs[i];
            isKept = DxfValue.IsData(p.Code) && p.Code != 1004 && DxfValue.Holds(p.Code, p.Of(text)) && !(p.Code == 1000 && OutsideName.IsFile(p.Of(text)));
        }
        if (isKept)
            for (var i = start; i < end; i++) Put(pairs[i].Code, pairs[i].Code == 1005 && IsGone(pairs[i]) ? "0" : pairs[i].Of(text));
        else survey.Tell(pairs[start].Is(text, "PE_URL") ? "ハイパーリンク" : null);
        return end;
    }

    private ReadOnlySpan<char> Text(DxfRecord r, DxfPair p)
    {
        var value = p.Of(text);
        if (r.Section is "CLASSES" && p.Code == 3) return "ObjectDBX Classes";
        if (p.Code == 0 || p.Code == 100 || DxfAllow.Shown.Contains(r.Type) && p.Code is 1 or 3 or >= 300 and <= 309) return value;
        if (!(r.Type is "MATERIAL" ? OutsideName.IsFile(value) : OutsideName.IsPath(value) || r.Type is "STYLE" && p.Code is 3 or 4 && value.IndexOfAny("/\\:") >= 0)) return value;
        survey.Tell("外部ファイルの参照");
        return r.Type is "MATERIAL" ? "" : OutsideName.Base(value.ToString());
    }

    private void Put(int code, ReadOnlySpan<char> value) => b.Append(CultureInfo.InvariantCulture, $"{code,3}").Append(lineEnd).Append(value).Append(lineEnd);
}
