namespace Sekisho.Access.Sessions;

/// <summary>How far a session is: all the way in, or first a second factor or a new password is due.</summary>
internal static class Stage
{
    public const string Full = "full", Enrol = "enrol", Password = "password";

    /// <summary>The page a session of this stage may use, and is sent to.</summary>
    public static string Page(string stage) => stage switch { Enrol => "/signin/second-factor", Password => "/signin/password", _ => "/" };
}
