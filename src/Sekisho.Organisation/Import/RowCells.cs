using Sekisho.Kernel.Calendar;

namespace Sekisho.Organisation.Import;

/// <summary>The cells of one row by column key; every reading notes what is wrong and goes on, so that a dry run lists everything at once.</summary>
internal sealed class RowCells(string file, CsvKind kind, IReadOnlyList<string> header, CsvRow row, List<RowProblem> problems)
{
    private const int LongestName = 100, LongestCode = 60;

    public bool IsGood { get; private set; } = true;

    public string Text(string key)
    {
        var i = kind.IndexOf(header, key);
        return i < 0 || i >= row.Cells.Count ? "" : row.Cells[i];
    }

    /// <summary>A name that must be there.</summary>
    public string Name(string key)
    {
        var text = Text(key);
        if (text.Length == 0) Wrong(key, $"{Heading(key)}が入っていません。", $"{Heading(key)}を書いてください。");
        else if (text.Length > LongestName) Wrong(key, $"{Heading(key)}が{LongestName}字を超えています。", "短くしてください。");
        return text;
    }

    /// <summary>A code of the city's: half-width letters, digits, - _ . ; full-width ones are narrowed. Leading zeros stay.</summary>
    public string Code(string key, bool needed = true)
    {
        var text = Narrow(Text(key));
        if (text.Length == 0 && needed) Wrong(key, $"{Heading(key)}が入っていません。", $"{Heading(key)}を書いてください。");
        else if (text.Length > LongestCode || text.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.')))
            Wrong(key, $"{Heading(key)}「{Short(text)}」に使えない字があります。", "半角の英数字と - _ . で書いてください。");
        return text;
    }

    /// <summary>One of a closed list, by its code or its Japanese word.</summary>
    public string Choice(string key, IReadOnlyDictionary<string, string> codesByWord)
    {
        var text = Text(key);
        if (codesByWord.TryGetValue(text, out var code)) return code;
        if (codesByWord.Values.Contains(text, StringComparer.Ordinal)) return text;
        Wrong(key, text.Length == 0 ? $"{Heading(key)}が入っていません。" : $"{Heading(key)}「{Short(text)}」は一覧にありません。",
            "使える語: " + string.Join("、", codesByWord.Keys));
        return "";
    }

    public DateOnly Day(string key)
    {
        if (Text(key).Length > 0) return Read(key) ?? default;
        Wrong(key, $"{Heading(key)}が入っていません。", "令和8年4月1日 の形で書いてください。");
        return default;
    }

    public DateOnly? DayOrNull(string key) => Text(key).Length == 0 ? null : Read(key);

    /// <summary>A last day as people write it (その日まで), turned into the first day no longer; null = open.</summary>
    public DateOnly? DayAfter(string key, string fromKey, DateOnly from)
    {
        if (DayOrNull(key) is not { } last) return null;
        if (last < from) Wrong(key, $"{Heading(key)}が{Heading(fromKey)}より前です。", "日付の順を確かめてください。");
        return last == DateOnly.MaxValue ? null : last.AddDays(1);
    }

    public IReadOnlyList<string> List(string key) => Text(key).Split([';', '；', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public bool Flag(string key)
    {
        var text = Text(key);
        if (text is "" or "0" or "いいえ" or "否") return false;
        if (text is "1" or "はい" or "可" or "○" or "〇") return true;
        Wrong(key, $"{Heading(key)}「{Short(text)}」を読めません。", "はい か いいえ で書いてください。");
        return false;
    }

    public void Wrong(string key, string what, string todo)
    {
        IsGood = false;
        problems.Add(new RowProblem(file, row.Line, key.Length == 0 ? "" : Heading(key), what, todo));
    }

    public void Warn(string key, string what, string todo) => problems.Add(new RowProblem(file, row.Line, key.Length == 0 ? "" : Heading(key), what, todo, IsWarning: true));

    private DateOnly? Read(string key)
    {
        var read = DateReading.Of(Text(key));
        if (!read.IsOk)
        {
            Wrong(key, read.Refusals[0].WhatHappened, read.Refusals[0].WhatToDo);
            return null;
        }
        if (read.Value.Warning is { } warning) Warn(key, warning, "日付を確かめてください。");
        return read.Value.Day;
    }

    private string Heading(string key) => kind.Columns.First(c => string.Equals(c.Key, key, StringComparison.Ordinal)).Heading;
    private static string Short(string text) => text.Length <= 20 ? text : text[..20] + "…";

    private static string Narrow(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++) span[i] = source[i] is >= '！' and <= '～' ? (char)(source[i] - 0xFEE0) : source[i];
    });
}
