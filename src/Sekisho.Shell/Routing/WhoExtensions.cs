using Microsoft.AspNetCore.Builder;

namespace Sekisho.Shell.Routing;

/// <summary>Declares who may use an endpoint that is not a page.</summary>
public static class WhoExtensions
{
    /// <summary>Holders of one of the roles; no role = every signed-in person.</summary>
    public static TBuilder Who<TBuilder>(this TBuilder builder, params string[] roles) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new WhoAttribute(roles));

    public static TBuilder WhoAnybody<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new WhoAttribute { Anonymous = true });
}
