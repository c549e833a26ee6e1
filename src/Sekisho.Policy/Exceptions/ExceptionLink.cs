namespace Sekisho.Policy.Exceptions;

/// <summary>Addresses of the pages of exceptions.</summary>
internal static class ExceptionLink
{
    public const string List = "/policy/exceptions";
    public static string New(string? obligation = null, string? target = null) => List + "/new" + (obligation is null ? "" : "?obligation=" + Uri.EscapeDataString(obligation) + (target is null ? "" : "&target=" + Uri.EscapeDataString(target)));
    public static string Renew(Guid id) => List + "/new?renews=" + Text(id);
    public static string One(Guid id) => List + "/" + Text(id);
    public static string Text(Guid id) => id.ToString("D", System.Globalization.CultureInfo.InvariantCulture);
}
