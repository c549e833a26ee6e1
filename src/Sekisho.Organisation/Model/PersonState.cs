namespace Sekisho.Organisation.Model;

/// <summary>在職, 休職, 育休, 長期派遣 or 退職 for a time. Without a row the person is unknown to the city on that day.</summary>
public sealed record PersonState(string PersonId, string State, DateOnly ValidFrom, DateOnly? ValidTo, int RowVersion = 1)
{
    /// <summary>在職: the only state in which a person holds a role.</summary>
    public const string Active = "active";
    /// <summary>休職.</summary>
    public const string OnLeave = "on_leave";
    /// <summary>育休.</summary>
    public const string ChildcareLeave = "childcare_leave";
    /// <summary>長期派遣.</summary>
    public const string SentAway = "dispatched";
    /// <summary>退職.</summary>
    public const string Retired = "retired";

    public static IReadOnlyList<string> All { get; } = [Active, OnLeave, ChildcareLeave, SentAway, Retired];

    internal Period Period => new(ValidFrom, ValidTo);
}
