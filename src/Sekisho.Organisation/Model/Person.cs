namespace Sekisho.Organisation.Model;

/// <summary>A person who works for the city, with or without an account or a mailbox (rule M5).</summary>
/// <param name="Id">職員番号 or another number the city gives, never reused: 再度任用 continues the same person.</param>
/// <param name="PersonClass">A code of <see cref="PersonClasses"/>.</param>
/// <param name="OrganCode">The organ that keeps the person's register: the wall the row stands behind.</param>
/// <param name="SearchText">Folded form for searching, never shown.</param>
public sealed record Person(
    string Id, string Name, string Kana, string PersonClass, string OrganCode, string? Mail, string SearchText, int RowVersion = 1);
