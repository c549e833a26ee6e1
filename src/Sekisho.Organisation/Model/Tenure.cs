namespace Sekisho.Organisation.Model;

/// <summary>A person in a post for a time.</summary>
/// <param name="Kind">main (本務), concurrent (兼務, 事務取扱) or acting (職務代理).</param>
public sealed record Tenure(string PersonId, string PostCode, string Kind, DateOnly ValidFrom, DateOnly? ValidTo, int RowVersion = 1)
{
    public const string Main = "main";
    public const string Concurrent = "concurrent";
    public const string Acting = "acting";

    public static IReadOnlyList<string> All { get; } = [Main, Concurrent, Acting];

    internal Period Period => new(ValidFrom, ValidTo);
}
