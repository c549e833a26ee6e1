using System.Globalization;

namespace Sekisho.Shell.Language;

/// <summary>A day written with its era.</summary>
internal static class EraDate
{
    private static readonly (DateOnly From, string Name)[] Eras =
    [
        (new(2019, 5, 1), "令和"), (new(1989, 1, 8), "平成"), (new(1926, 12, 25), "昭和"), (new(1912, 7, 30), "大正"), (new(1873, 1, 1), "明治"),
    ];

    public static string Text(DateOnly day)
    {
        foreach (var (from, name) in Eras)
            if (day >= from) return name + Year(day.Year - (name == "明治" ? 1868 : from.Year) + 1) + Rest(day);
        return day.Year.ToString(CultureInfo.InvariantCulture) + "年" + Rest(day);
    }

    private static string Year(int number) => number == 1 ? "元年" : number.ToString(CultureInfo.InvariantCulture) + "年";

    private static string Rest(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Month}月{day.Day}日");
}
