using System.Diagnostics;
using System.Globalization;
using System.Text;
using Sekisho.Organisation.Import;

namespace Sekisho.Tests.Organisation.Import;

public class LargeImportTests(OrganisationDatabase db) : IClassFixture<OrganisationDatabase>
{
    private const int People = 1500, Sections = 60;

    [Fact]
    public async Task Fifteen_hundred_people_take_seconds()
    {
        var clock = Stopwatch.StartNew();
        var result = await db.ImportAsync(Files());
        clock.Stop();

        result.IsOk.ShouldBeTrue(string.Join('\n', result.Refusals));
        result.Value.Counts.Single(c => c.Kind == "persons").Added.ShouldBe(People);
        (await db.FactsAsync("org.person.recorded")).Count.ShouldBe(People);
        (await db.FactsAsync("org.role.appointed")).Count.ShouldBe(Sections);
        // Measured about two seconds on two cores; the bound only catches a return to one statement a row.
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    private static IReadOnlyList<ImportFile> Files()
    {
        StringBuilder units = new("部署コード,機関コード,上位部署コード,部署区分,部署名,開始日,終了日,承継先,メール\n"), posts = new("職コード,機関コード,部署コード,職名,属性,開始日,終了日\n"),
            persons = new("職員番号,氏名,フリガナ,人の区分,機関コード,在籍状態,状態の開始日,メール\n"), tenures = new("職員番号,職コード,在任の種別,開始日,終了日\n");
        for (var i = 0; i < Sections; i++) units.AppendLine(CultureInfo.InvariantCulture, $"s{i},mayor,,課,第{i}課,R8.4.1,,,");
        for (var i = 0; i < People; i++)
        {
            var section = i % Sections;
            posts.AppendLine(CultureInfo.InvariantCulture, $"p{i},mayor,s{section},職{i},{(i < Sections ? "長" : "")},R8.4.1,");
            persons.AppendLine(CultureInfo.InvariantCulture, $"{i:00000},見本 {i},ミホン {i},一般職,mayor,在職,R8.4.1,p{i}@city.example");
            tenures.AppendLine(CultureInfo.InvariantCulture, $"{i:00000},p{i},本務,R8.4.1,");
        }
        return
        [
            new("o", "機関コード,機関名,開始日,終了日\nmayor,市長部局,R8.4.1,\n"), new("u", units.ToString()), new("p", posts.ToString()), new("n", persons.ToString()), new("t", tenures.ToString()),
            new("c", "機関コード,役割,呼び名,根拠,席を置く部署区分,充て方,充てる先,複数,開始日,終了日\nmayor,SECT_HEAD,管理者,,課,属性,長,,R8.4.1,\n"),
        ];
    }
}
