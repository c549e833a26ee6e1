using Sekisho.Tests.Web;

namespace Sekisho.Tests.Access;

/// <summary>An account's page: stopped by an administrator, restored by an administrator with a new password.</summary>
public sealed class AccountPagesTests(WebSite site) : IClassFixture<WebSite>
{
    [Fact]
    public async Task Stopped_and_restored()
    {
        var admin = await site.SignedInAsync("admin");
        var page = "/admin/accounts/" + await site.Database.SqlAsync("select id from access.account where login = 'csirt'");
        (await admin.GetAsync(page)).Body.ShouldNotContain("利用者IDを戻す");
        (await admin.SubmitAsync(page, "stop", ("reason", "unused"), ("on", "令和2年4月1日"))).Status.ShouldBe(303);
        (await admin.GetAsync(page)).Body.ShouldContain("利用者IDを戻す");
        var weak = await admin.SubmitAsync(page, "restore", ("password", "short"));
        weak.Status.ShouldBe(422);
        (await admin.SubmitAsync(page, "restore", ("password", "晴れた日は歩いて川まで行く"))).Status.ShouldBe(303);
        var after = await admin.GetAsync(page);
        after.Body.ShouldContain("利用者IDを戻しました");
        after.Body.ShouldContain("利用者IDを止める");
        (await site.Database.SqlAsync("select state || must_change_password::text from access.account where login = 'csirt'")).ShouldBe("activetrue");
    }
}
