using System.Globalization;

namespace Sekisho.Kernel.Clauses;

/// <summary>
/// One step of a clause path: a word and, for counted things, a number with branch numbers (第二十一条の二 = art, 21, [2]).
/// Numbers are 0 (header row of a table) to 99,999; a word without number has <see cref="Number"/> null and no branches.
/// </summary>
public readonly record struct ClauseSegment : IComparable<ClauseSegment>
{
    private const int MostBranches = 4;
    private readonly string? branchText;

    private ClauseSegment(ClauseSegmentKind kind, int? number, string? branchText) => (Kind, Number, this.branchText) = (kind, number, branchText);

    public ClauseSegmentKind Kind { get; }
    public int? Number { get; }
    public IReadOnlyList<int> Branches => branchText is null ? [] : [.. branchText.Split('_').Select(ReadInt)];

    /// <exception cref="ArgumentException">A number is out of range, or there are branches without a number, or more than four.</exception>
    public static ClauseSegment Of(ClauseSegmentKind kind, int? number = null, params ReadOnlySpan<int> branches)
    {
        if (number is < 0 or > 99_999 || (number is null && branches.Length > 0) || branches.Length > MostBranches) throw new ArgumentException("Not a clause number.", nameof(number));
        foreach (var branch in branches)
        {
            if (branch is < 1 or > 99_999) throw new ArgumentException("Not a branch number.", nameof(branches));
        }
        return new ClauseSegment(kind, number, branches.Length == 0 ? null : string.Join('_', branches.ToArray().Select(Text)));
    }

    /// <summary>Reads "item3", "art21_2", "pre"; null for anything else (unknown word, leading zero, empty branch).</summary>
    public static ClauseSegment? Parse(string text)
    {
        var letters = 0;
        while (letters < text.Length && char.IsAsciiLetterLower(text[letters])) letters++;
        if (!ClauseWords.TryFind(text[..letters], out var kind)) return null;
        if (letters == text.Length) return new ClauseSegment(kind, null, null);
        var numbers = text[letters..].Split('_');
        if (numbers.Length > MostBranches + 1 || numbers.Any(n => !IsNumber(n)) || numbers.Skip(1).Any(n => n == "0")) return null;
        return new ClauseSegment(kind, ReadInt(numbers[0]), numbers.Length == 1 ? null : string.Join('_', numbers.Skip(1)));
    }

    public int CompareTo(ClauseSegment other)
    {
        var byKind = Kind.CompareTo(other.Kind);
        if (byKind != 0) return byKind;
        var byNumber = (Number ?? -1).CompareTo(other.Number ?? -1);
        if (byNumber != 0) return byNumber;
        var (mine, theirs) = (Branches, other.Branches);
        for (var i = 0; i < Math.Min(mine.Count, theirs.Count); i++)
        {
            if (mine[i] != theirs[i]) return mine[i].CompareTo(theirs[i]);
        }
        return mine.Count.CompareTo(theirs.Count);
    }

    public override string ToString() =>
        ClauseWords.Word(Kind) + (Number is { } n ? Text(n) : "") + (branchText is null ? "" : "_" + branchText);

    private static bool IsNumber(string text) =>
        text.Length is > 0 and <= 5 && text.All(char.IsAsciiDigit) && (text.Length == 1 || text[0] != '0');
    private static int ReadInt(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
