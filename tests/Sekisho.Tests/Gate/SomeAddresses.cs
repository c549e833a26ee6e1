using Sekisho.Organisation.Import;

namespace Sekisho.Tests.Gate;

/// <summary>Two organs with mail addresses: two people of one unit and one of another organ, one who leaves at the end of March 2027, and a unit that takes what is nobody's.</summary>
internal static class SomeAddresses
{
    public static IReadOnlyList<ImportFile> Files { get; } =
    [
        new("organs.csv", """
            機関コード,機関名,開始日,終了日
            MAYOR,市長部局,H31.4.1,
            EDU,教育委員会,H31.4.1,
            """),
        new("units.csv", """
            部署コード,機関コード,上位部署コード,部署区分,部署名,開始日,終了日,承継先,メール,宛先不明の受け先
            u1,MAYOR,,課,一課,H31.4.1,,,u1@city.sekisho.example,
            desk,MAYOR,,課,文書課,H31.4.1,,,Desk@city.sekisho.example,はい
            e1,EDU,,課,学務課,H31.4.1,,,e1@city.sekisho.example,
            """),
        new("posts.csv", """
            職コード,機関コード,部署コード,職名,属性,開始日,終了日
            u1.a,MAYOR,u1,主事,,H31.4.1,
            u1.b,MAYOR,u1,主事,,H31.4.1,
            e1.a,EDU,e1,主事,,H31.4.1,
            """),
        new("persons.csv", """
            職員番号,氏名,フリガナ,人の区分,機関コード,在籍状態,状態の開始日,メール
            p1,見本 一,ミホン イチ,一般職,MAYOR,在職,H31.4.1,X@city.sekisho.example
            p2,見本 二,ミホン ニ,一般職,MAYOR,在職,H31.4.1,leaver@city.sekisho.example
            p3,見本 三,ミホン サン,一般職,EDU,在職,H31.4.1,edu@city.sekisho.example
            """),
        new("leaves.csv", """
            職員番号,氏名,フリガナ,人の区分,機関コード,在籍状態,状態の開始日,メール
            p2,見本 二,ミホン ニ,一般職,MAYOR,退職,R9.4.1,leaver@city.sekisho.example
            """),
        new("tenures.csv", """
            職員番号,職コード,在任の種別,開始日,終了日
            p1,u1.a,本務,H31.4.1,
            p2,u1.b,本務,H31.4.1,
            p3,e1.a,本務,H31.4.1,
            """),
    ];
}
