using System.Globalization;

namespace Sekisho.Kernel.Calendar;

/// <summary>
/// The eras as data, oldest first (rule T13). The next era arrives as one more row, by update, not by a new program.
/// </summary>
public sealed class EraTable
{
    /// <summary>Japan has used the Gregorian calendar since 明治6年1月1日; earlier era dates are lunar and are not converted.</summary>
    public static readonly DateOnly FirstGregorianDay = new(1873, 1, 1);

    private static readonly Lazy<EraTable> ShippedTable = new(() => Parse(ShippedData.Read("eras.tsv")));
    private readonly Era[] eras;

    /// <exception cref="ArgumentException">No era, or first days that do not rise.</exception>
    public EraTable(IEnumerable<Era> eras)
    {
        this.eras = [.. eras];
        if (this.eras.Length == 0) throw new ArgumentException("An era table needs an era.", nameof(eras));
        for (var i = 1; i < this.eras.Length; i++)
            if (this.eras[i].FirstDay <= this.eras[i - 1].FirstDay)
                throw new ArgumentException($"{this.eras[i].Name} does not begin after {this.eras[i - 1].Name}.", nameof(eras));
    }

    /// <summary>The table this program was built with (content/eras/japan.tsv).</summary>
    public static EraTable Shipped => ShippedTable.Value;
    public IReadOnlyList<Era> Eras => eras;

    /// <summary>Reads the columns era, letter, ligature, first_day below one header line.</summary>
    /// <exception cref="FormatException">A row has another form.</exception>
    public static EraTable Parse(string tsv) => new(ShippedData.Rows(tsv, 4).Select(c =>
        new Era(c[0], c[1][0], c[2][0], DateOnly.ParseExact(c[3], "yyyy-MM-dd", CultureInfo.InvariantCulture))));

    /// <summary>The era of the day; null before <see cref="FirstGregorianDay"/>.</summary>
    public Era? At(DateOnly day) => day < FirstGregorianDay ? null : eras.LastOrDefault(e => e.FirstDay <= day);

    /// <summary>The era by its name, its letter in either case (also full-width), or its ligature.</summary>
    public Era? Find(string mark)
    {
        if (mark.Length == 2) return Array.Find(eras, e => string.Equals(e.Name, mark, StringComparison.Ordinal));
        if (mark.Length != 1) return null;
        var c = char.ToUpperInvariant(Width.Narrow(mark[0]));
        return Array.Find(eras, e => e.Letter == c || e.Ligature == mark[0]);
    }

    /// <summary>The last day of the era; null while it is the current one.</summary>
    public DateOnly? LastDay(Era era)
    {
        var i = Array.IndexOf(eras, era);
        return i >= 0 && i + 1 < eras.Length ? eras[i + 1].FirstDay.AddDays(-1) : null;
    }
}
