using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Sekisho.Tests.Web;

/// <summary>A planted violation: one route nobody declared.</summary>
internal sealed class OpenRoutes : IEndpointRouteBuilder
{
    public IServiceProvider ServiceProvider => throw new NotSupportedException();

    public ICollection<EndpointDataSource> DataSources { get; } =
        [new DefaultEndpointDataSource(new RouteEndpointBuilder(_ => Task.CompletedTask, RoutePatternFactory.Parse("/open"), 0).Build())];

    public IApplicationBuilder CreateApplicationBuilder() => throw new NotSupportedException();
}
