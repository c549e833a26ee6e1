namespace Sekisho.Organisation.Import;

/// <summary>
/// One of the documented kinds of CSV (docs/import-organisation.md). A file is recognised by its headings, in Japanese or by the English keys, in any order;
/// its name does not matter.
/// </summary>
internal sealed record CsvKind(string Code, string Title, IReadOnlyList<CsvColumn> Columns)
{
    private static readonly CsvColumn From = new("from", "開始日"), To = new("to", "終了日", false), Organ = new("organ", "機関コード"), Unit = new("unit", "部署コード"),
        Person = new("person", "職員番号"), Post = new("post", "職コード"), Mail = new("mail", "メール", false);

    public static CsvKind Organs { get; } = new("organs", "機関", [Organ, new("organ_name", "機関名"), From, To]);

    public static CsvKind Units { get; } = new("units", "部署",
        [Unit, Organ, new("parent", "上位部署コード", false), new("unit_class", "部署区分"), new("unit_name", "部署名"), From, To, new("successors", "承継先", false), Mail,
         new("takes_unknown", "宛先不明の受け先", false)]);

    public static CsvKind Posts { get; } = new("posts", "職",
        [Post, Organ, new("unit", "部署コード", false), new("post_name", "職名"), new("traits", "属性", false), From, To, new("traits_from", "属性の開始日", false)]);

    public static CsvKind Persons { get; } = new("persons", "人",
        [Person, new("person_name", "氏名"), new("kana", "フリガナ"), new("person_class", "人の区分"), Organ, new("state", "在籍状態"), new("state_from", "状態の開始日"), Mail]);

    public static CsvKind Tenures { get; } = new("tenures", "在任", [Person, Post, new("tenure_kind", "在任の種別"), From, To]);

    public static CsvKind Charges { get; } = new("charges", "充て職",
        [Organ, new("role", "役割"), new("local_name", "呼び名"), new("basis", "根拠", false), new("unit_classes", "席を置く部署区分", false),
         new("filling", "充て方"), new("filler", "充てる先"), new("several", "複数", false), From, To]);

    public static CsvKind Nominations { get; } = new("nominations", "指名",
        [new("role", "役割"), Organ, new("unit", "部署コード", false), Person, new("named_by_role", "指名者の役割"), From, To]);

    /// <summary>In the order they are read: what a row names must be known before it.</summary>
    public static IReadOnlyList<CsvKind> All { get; } = [Organs, Units, Posts, Persons, Tenures, Charges, Nominations];

    /// <summary>The kind all of whose needed headings are there; the one with the most matching headings when several fit.</summary>
    public static CsvKind? Recognise(IReadOnlyList<string> header) => All
        .Where(k => k.Columns.All(c => !c.Needed || k.IndexOf(header, c.Key) >= 0))
        .MaxBy(k => k.Columns.Count(c => k.IndexOf(header, c.Key) >= 0));

    public int IndexOf(IReadOnlyList<string> header, string key)
    {
        var column = Columns.First(c => string.Equals(c.Key, key, StringComparison.Ordinal));
        for (var i = 0; i < header.Count; i++)
            if (string.Equals(header[i], column.Heading, StringComparison.Ordinal) || string.Equals(header[i], column.Key, StringComparison.Ordinal)) return i;
        return -1;
    }
}
