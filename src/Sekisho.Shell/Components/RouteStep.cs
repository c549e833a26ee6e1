namespace Sekisho.Shell.Components;

/// <summary>One square of an approval route: its kind (承認, 合議, 確認), role, person, state in words, time; acting marks a 代理.</summary>
public sealed record RouteStep(string Kind, string Role, string? Person, string State, DateTimeOffset? At, bool IsDone, bool IsNow, bool IsActing = false);
