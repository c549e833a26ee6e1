using Sekisho.Hosting.Cities;

namespace Sekisho.Tests.Executable.Hosting.Cities;

public sealed class CityFolderTests
{
    [Fact]
    public void A_folder_is_told_from_a_code_and_kept_as_a_whole_path()
    {
        CityFolder.Named("SKS").ShouldBe("SKS");
        CityFolder.Named(null).ShouldBeNull();
        CityFolder.Named("/srv/../srv/city/").ShouldBe("/srv/city");
        CityFolder.Named("./city").ShouldBe(Path.GetFullPath("city"));
        CityFolder.Of("SKS").ShouldBeNull();
        CityFolder.Of("/srv/city").ShouldNotBeNull();
    }

    [Fact]
    public void A_folder_without_days_is_no_city_and_what_lies_in_a_day_is_found()
    {
        var root = Directory.CreateTempSubdirectory("sekisho-city-").FullName;
        try
        {
            var city = new CityFolder(root);
            city.Problem().ShouldNotBeNull().Stage.ShouldBe("start.city");
            new CityFolder(Path.Combine(root, "none")).Problem().ShouldNotBeNull();

            File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(root, "2025-04-01")).FullName, "pack.yaml"), "pack: XY");
            File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(root, "2025-05-01")).FullName, "policy.txt"), "第1条 あ。");
            city.Problem().ShouldBeNull();
            city.Days(new DateOnly(2025, 4, 30)).Count.ShouldBe(1);
            var days = city.Days(new DateOnly(2025, 5, 1));
            city.Pack(days[0])!.Text.ShouldBe("pack: XY");
            city.Pack(days[1]).ShouldBeNull();
            city.Text(days[0]).ShouldBeNull();
            city.Text(days[1]).ShouldNotBeNull();
            city.Acts(days[1]).ShouldBeNull();
            city.File(days[1], "policy.txt").ShouldNotBeNull();
            city.File(days[1], "../2025-04-01/pack.yaml").ShouldBeNull();
            city.File(days[1], "").ShouldBeNull();
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }
}
