using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Sekisho.Kernel;
using Sekisho.Shell.Assets;
using Sekisho.Shell.Errors;
using Sekisho.Shell.Language;
using Sekisho.Shell.Layout;
using Sekisho.Shell.Routing;
using Sekisho.Shell.Web;

namespace Sekisho.Shell;

/// <summary>
/// How the executable puts the shell together: <see cref="AddSekishoShell"/> on the services, then <see cref="UseSekishoShell"/> and
/// <see cref="MapSekisho"/> on the built application, in this order.
/// </summary>
public static class ShellSetup
{
    /// <summary>Most fields of one form: a bulk edit of a page of 200 rows with ten fields each, and room (the default of 1,024 is too few).</summary>
    public const int MostFormFields = 4096;

    /// <summary>Registers the shell and every module.</summary>
    public static IServiceCollection AddSekishoShell(this IServiceCollection services, IReadOnlyList<IModule> modules, InstallationFacts installation)
    {
        services.AddRazorComponents();
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "sekisho-form";
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.Cookie.HttpOnly = true;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            o.SuppressXFrameOptionsHeader = true;
        });
        services.Configure<FormOptions>(o => o.ValueCountLimit = MostFormFields);
        services.AddAuthentication();
        services.AddHttpContextAccessor();
        // Without it Japanese attribute values come out as numeric entities (T12).
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(IdSource.Random);
        services.AddSingleton(new ModuleList(modules));
        services.AddSingleton(new Installation(installation));
        services.AddSingleton(new WordBook(modules.Select(m => m.PagesAssembly).Prepend(typeof(ShellSetup).Assembly)));
        services.AddSingleton<StaticAssets>();
        services.AddSingleton<Tables.SavedViewStore>();
        services.AddScoped<Words>();
        services.AddScoped<Current>();
        foreach (var module in modules) module.Register(services);
        return services;
    }

    /// <summary>The way of a request: headers, errors, route, person, permission, token, held page.</summary>
    public static WebApplication UseSekishoShell(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<ErrorMiddleware>();
        app.UseMiddleware<OldBrowser>();
        app.UseRouting();
        app.UseAuthentication();
        app.UseMiddleware<WhoMiddleware>();
        app.UseMiddleware<FormGuard>();
        app.UseAntiforgery();
        app.UseMiddleware<HeldPageMiddleware>();
        return app;
    }

    /// <summary>Maps pages and endpoints of the shell and all modules.</summary>
    /// <exception cref="InvalidOperationException">A route says nothing about who may use it.</exception>
    public static WebApplication MapSekisho(this WebApplication app)
    {
        var modules = app.Services.GetRequiredService<ModuleList>();
        AssetRoutes.Map(app);
        LanguageRoute.Map(app);
        foreach (var module in modules.Modules) module.Map(app);
        app.MapRazorComponents<App>().AddAdditionalAssemblies([.. modules.Assemblies]);
        RouteDeclarations.Check(app);
        return app;
    }
}
