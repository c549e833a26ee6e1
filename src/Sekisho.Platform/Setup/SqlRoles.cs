namespace Sekisho.Platform.Setup;

/// <summary>The three database roles of rule T6.</summary>
public static class SqlRoles
{
    /// <summary>Owns every table; NOLOGIN, migrations only.</summary>
    public const string Owner = "sekisho_owner";
    /// <summary>Login of the application.</summary>
    public const string App = "sekisho_app";
    /// <summary>Login of the sealer.</summary>
    public const string Sealer = "sekisho_sealer";
}
