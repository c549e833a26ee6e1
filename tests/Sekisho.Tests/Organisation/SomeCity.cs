using Sekisho.Organisation.Import;
using Sekisho.Organisation.Model;
using Sekisho.Organisation.Roles;
using Sekisho.Organisation.Walls;

namespace Sekisho.Tests.Organisation;

/// <summary>A small city in the CSV people would write: three organs, two vice-mayors, roles filled by post, by attribute and by nomination.</summary>
internal static class SomeCity
{
    public static readonly DateOnly Spring = new(2026, 4, 1);

    public static IReadOnlyList<ImportFile> Files { get; } =
    [
        new("organs.csv", """
            機関コード,機関名,開始日,終了日
            mayor,市長部局,H31.4.1,
            board,教育委員会,H31.4.1,
            election,選挙管理委員会,H31.4.1,
            """),
        new("units.csv", """
            部署コード,機関コード,上位部署コード,部署区分,部署名,開始日,終了日,承継先,メール
            plan,mayor,,部,企画部,H31.4.1,,,
            it,mayor,plan,課,情報推進課,H31.4.1,,,it@city.example
            pr,mayor,plan,課,広報課,H31.4.1,,,
            soumu,mayor,,部,総務部,H31.4.1,,,
            keiyaku,mayor,soumu,課,契約管理課,H31.4.1,,,
            edu,board,,部,教育部,H31.4.1,,,
            edusoumu,board,edu,課,教育総務課,H31.4.1,,,
            senkan,election,,事務局,選挙管理委員会事務局,H31.4.1,,,
            """),
        new("posts.csv", """
            職コード,機関コード,部署コード,職名,属性,開始日,終了日
            mayor.mayor,mayor,,市長,,H31.4.1,
            mayor.vice1,mayor,,副市長,vice_mayor;oversees=plan,H31.4.1,
            mayor.vice2,mayor,,副市長,vice_mayor;oversees=soumu,H31.4.1,
            plan.head,mayor,plan,企画部長,長,H31.4.1,
            it.head,mayor,it,情報推進課長,長,H31.4.1,
            it.staff,mayor,it,主任,,H31.4.1,
            pr.head,mayor,pr,広報課長,長,H31.4.1,
            pr.staff,mayor,pr,主事,,H31.4.1,
            soumu.head,mayor,soumu,総務部長,長,H31.4.1,
            keiyaku.head,mayor,keiyaku,契約管理課長,長,H31.4.1,
            edu.head,board,edu,教育部長,長,H31.4.1,
            edusoumu.head,board,edusoumu,教育総務課長,長,H31.4.1,
            senkan.head,election,senkan,事務局長,長,H31.4.1,
            senkan.staff,election,senkan,書記,,H31.4.1,
            """),
        new("persons.csv", """
            職員番号,氏名,フリガナ,人の区分,機関コード,在籍状態,状態の開始日,メール
            0001,見本 市長,ミホン シチョウ,特別職,mayor,在職,R8.4.1,
            0002,見本 一副,ミホン イチフク,特別職,mayor,在職,R8.4.1,
            0003,見本 二副,ミホン ニフク,特別職,mayor,在職,R8.4.1,
            0010,見本 企画,ミホン キカク,一般職,mayor,在職,R8.4.1,
            0011,見本 情報,ミホン ジョウホウ,一般職,mayor,在職,R8.4.1,it.head@city.example
            0012,見本 主任,ミホン シュニン,一般職,mayor,在職,R8.4.1,
            0013,見本 広報,ミホン コウホウ,一般職,mayor,在職,R8.4.1,
            0014,見本 主事,ミホン シュジ,会計年度任用職員,mayor,在職,R8.4.1,
            0020,見本 総務,ミホン ソウム,一般職,mayor,在職,R8.4.1,
            0021,見本 契約,ミホン ケイヤク,一般職,mayor,在職,R8.4.1,
            0030,見本 教育,ミホン キョウイク,一般職,board,在職,R8.4.1,
            0031,見本 教総,ミホン キョウソウ,一般職,board,在職,R8.4.1,
            0040,見本 選管,ミホン センカン,一般職,election,在職,R8.4.1,
            0041,見本 書記,ミホン ショキ,一般職,election,在職,R8.4.1,
            """),
        new("tenures.csv", """
            職員番号,職コード,在任の種別,開始日,終了日
            0001,mayor.mayor,本務,R8.4.1,
            0002,mayor.vice1,本務,R8.4.1,
            0003,mayor.vice2,本務,R8.4.1,
            0010,plan.head,本務,R8.4.1,
            0011,it.head,本務,R8.4.1,
            0012,it.staff,本務,R8.4.1,
            0013,pr.head,本務,R8.4.1,
            0014,pr.staff,本務,R8.4.1,R9.3.31
            0020,soumu.head,本務,R8.4.1,
            0021,keiyaku.head,本務,R8.4.1,
            0030,edu.head,本務,R8.4.1,
            0031,edusoumu.head,本務,R8.4.1,
            0040,senkan.head,本務,R8.4.1,
            0041,senkan.staff,本務,R8.4.1,
            """),
        new("charges.csv", """
            機関コード,役割,呼び名,根拠,席を置く部署区分,充て方,充てる先,複数,開始日,終了日
            市,CISO,情報セキュリティ統括責任者,art7/par3,,属性,vice_mayor;oversees=plan,,R8.4.1,
            市,DEPT_HEAD,情報セキュリティ責任者,art7/par4,部;事務局,属性,長,,R8.4.1,
            市,SECT_HEAD,情報セキュリティ管理者,art7/par5,課,属性,長,,R8.4.1,
            election,SECT_HEAD,情報セキュリティ管理者,art7/par5,事務局,指名,DEPT_HEAD,,R8.4.1,
            市,SECT_OPERATOR,情報セキュリティ担当者,art7/par6,課;事務局,指名,SECT_HEAD,,R8.4.1,
            市,SYS_OWNER,情報システム責任者,art7/par7,,職,plan.head,,R8.4.1,
            市,SYS_ADMIN,情報システム管理者,art7/par8,,職,it.head,,R8.4.1,
            mayor,BLDG_OWNER,庁舎・文書責任者,art7/par9,,職,soumu.head,,R8.4.1,
            election,BLDG_OWNER,庁舎・文書責任者,art7/par9,,職,soumu.head,,R8.4.1,
            board,BLDG_OWNER,庁舎・文書責任者,art7/par9,,職,edu.head,,R8.4.1,
            市,AUDITOR,情報セキュリティ監査担当,art7/par12,,指名,CISO,はい,R8.4.1,
            市,CSIRT,CSIRT,art7/par13,,指名,SYS_ADMIN,はい,R8.4.1,
            """),
        new("nominations.csv", """
            役割,機関コード,部署コード,職員番号,指名者の役割,開始日,終了日
            AUDITOR,市,,0021,CISO,R8.4.1,R9.3.31
            SECT_HEAD,election,senkan,0041,DEPT_HEAD,R8.4.1,
            SECT_OPERATOR,mayor,it,0012,SECT_HEAD,R8.4.1,
            SECT_OPERATOR,mayor,pr,0014,SECT_HEAD,R8.4.1,
            """),
    ];

    /// <summary>The roster after reading <see cref="Files"/>.</summary>
    public static Roster Roster() => Read(Sekisho.Organisation.Model.Roster.Empty, Files);

    public static Roster Read(Roster roster, IReadOnlyList<ImportFile> files)
    {
        var plan = ImportPlanner.Plan(roster, files, OrganWall.Open);
        plan.Problems.ShouldBeEmpty();
        return plan.Next;
    }

    public static Roster Read(Roster roster, string csv) => Read(roster, [new ImportFile("more.csv", csv)]);

    /// <summary>Holders as "person role@unit" words, in order.</summary>
    public static IReadOnlyList<string> Holders(Roster roster, DateOnly day, string role) =>
        [.. RoleDerivation.HoldersOn(roster, day).Where(h => h.Role == role).Select(h => h.PersonId + "@" + (h.UnitId.Length > 0 ? h.UnitId : h.OrganCode) + (h.IsActing ? "*" : ""))];
}
