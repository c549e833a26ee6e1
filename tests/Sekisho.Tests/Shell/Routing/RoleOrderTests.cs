using Sekisho.Shell.Routing;

namespace Sekisho.Tests.Shell.Routing;

public sealed class RoleOrderTests
{
    [Fact]
    public void Daily_work_comes_before_the_committee() => RoleOrder.Start([Roles.Committee, "ALL_STAFF", Roles.SysAdmin]).ShouldBe(Roles.SysAdmin);

    [Fact]
    public void A_role_nobody_ordered_comes_last() => RoleOrder.Start(["ALL_STAFF", Roles.Committee]).ShouldBe(Roles.Committee);

    [Fact]
    public void Without_roles_there_is_none() => RoleOrder.Start([]).ShouldBeNull();
}
