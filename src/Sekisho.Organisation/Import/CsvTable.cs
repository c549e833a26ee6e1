using System.Text;
using Sekisho.Kernel;

namespace Sekisho.Organisation.Import;

/// <summary>Rows of a CSV text (RFC 4180; LF, CRLF or CR between rows) with the line each begins on. Cells are trimmed; rows without a cell are left out.</summary>
internal sealed record CsvTable(IReadOnlyList<string> Header, IReadOnlyList<CsvRow> Rows)
{
    /// <summary>More rows in one file are refused: memory, and no city has them.</summary>
    public const int MaxRows = 50_000;
    /// <summary>Longer cells are refused: no field of ours is longer.</summary>
    public const int MaxCell = 500;
    /// <summary>More columns are refused: a row of commas would otherwise cost memory for nothing.</summary>
    public const int MaxColumns = 60;

    public static Result<CsvTable> Parse(string text)
    {
        var rows = new List<CsvRow>();
        var reader = new Reader(text);
        while (reader.Next() is { } row)
        {
            if (row.Problem is { } problem) return new Refusal("import.csv", $"{row.Line}行目: {problem}", "表計算ソフトで開いて直し、保存し直してください。");
            if (row.Cells.All(c => c.Length == 0)) continue;
            rows.Add(row);
            if (rows.Count > MaxRows + 1) return new Refusal("import.csv", $"行が{MaxRows}を超えています。", "ファイルを分けて取り込んでください。");
        }
        return rows.Count == 0
            ? new Refusal("import.csv", "中身がありません。", "見出しの行と一件以上の行が要ります。")
            : new CsvTable(rows[0].Cells, rows.Skip(1).ToList());
    }

    private sealed class Reader(string text)
    {
        private int at;
        private int line = 1;

        public CsvRow? Next()
        {
            if (at >= text.Length) return null;
            var begins = line;
            var cells = new List<string>();
            while (true)
            {
                var (cell, problem) = Cell();
                if (problem is null && cell.Length > MaxCell) problem = $"{MaxCell}字を超える欄があります。";
                if (problem is null && cells.Count >= MaxColumns) problem = $"列が{MaxColumns}を超えています。";
                if (problem is not null) return new CsvRow(begins, cells) { Problem = problem };
                cells.Add(cell.Trim());
                if (at >= text.Length) return new CsvRow(begins, cells);
                if (text[at++] == ',') continue;
                if (text[at - 1] == '\r' && at < text.Length && text[at] == '\n') at++;
                line++;
                return new CsvRow(begins, cells);
            }
        }

        private (string Cell, string? Problem) Cell()
        {
            if (at >= text.Length || text[at] != '"')
            {
                var start = at;
                while (at < text.Length && text[at] is not (',' or '\r' or '\n')) at++;
                return (text[start..at], null);
            }
            var cell = new StringBuilder();
            for (at++; at < text.Length; at++)
            {
                if (text[at] == '\n') line++;
                if (text[at] != '"') cell.Append(text[at]);
                else if (at + 1 < text.Length && text[at + 1] == '"') cell.Append(text[at++]);
                else
                {
                    at++;
                    return at >= text.Length || text[at] is ',' or '\r' or '\n' ? (cell.ToString(), null) : ("", "引用符の後に文字があります。");
                }
            }
            return ("", "引用符が閉じていません。");
        }
    }
}
