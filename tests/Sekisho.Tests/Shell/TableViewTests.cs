using Microsoft.AspNetCore.Http;
using Sekisho.Shell.Tables;

namespace Sekisho.Tests.Shell;

public sealed class TableViewTests
{
    private static TableView Of(string query) =>
        TableView.Of(new DefaultHttpContext { Request = { Path = "/mail/held", QueryString = new QueryString(query) } }.Request, "-received", "subject");

    [Fact]
    public void Only_named_keys_sort_and_the_first_is_the_default()
    {
        Of("").ShouldSatisfyAllConditions(v => v.Sort.ShouldBe("received"), v => v.Descending.ShouldBeTrue(), v => v.Size.ShouldBe(50));
        Of("?sort=subject").ShouldSatisfyAllConditions(v => v.Sort.ShouldBe("subject"), v => v.Descending.ShouldBeFalse());
        Of("?sort=id;drop").Sort.ShouldBe("received");
    }

    [Theory]
    [InlineData("?page=-1", 1)]
    [InlineData("?page=９", 1)]
    [InlineData("?page=3", 3)]
    [InlineData("?page=99999999999999", 1)]
    public void A_page_is_a_number_in_range(string query, int page) => Of(query).Page.ShouldBe(page);

    [Fact]
    public void Pages_are_bounded() => Of("?size=100000").Size.ShouldBe(TableView.MaxSize);

    [Fact]
    public void Links_keep_the_filters()
    {
        var view = Of("?q=介護&page=4&sort=subject");
        view.ToPage(5).ShouldBe("/mail/held?q=%E4%BB%8B%E8%AD%B7&sort=subject&page=5");
        view.ToSort("subject").ShouldBe("/mail/held?q=%E4%BB%8B%E8%AD%B7&sort=-subject");
        view.ToFilter("q", null).ShouldBe("/mail/held?sort=subject");
        view.IsFiltered.ShouldBeTrue();
    }
}
