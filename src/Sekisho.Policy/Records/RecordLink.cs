namespace Sekisho.Policy.Records;

/// <summary>Addresses of the pages of records.</summary>
internal static class RecordLink
{
    public const string List = "/policy/records";
    public static string Class(string code) => List + "/classes/" + code;
}
