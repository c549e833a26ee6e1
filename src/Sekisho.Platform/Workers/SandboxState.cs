namespace Sekisho.Platform.Workers;

/// <summary>What the start-up probe found. There is no switch to work without a usable sandbox (rule T7).</summary>
/// <param name="IsUsable">A sandbox could be made and every forbidden act failed in it.</param>
/// <param name="Violations">Forbidden acts that succeeded: network, data, write, processes, spawn, environment.</param>
/// <param name="Detail">The tool's own last words when no sandbox could be made; at most 500 characters, for the administrator.</param>
/// <param name="CheckedAt">When the probe ran.</param>
public sealed record SandboxState(bool IsUsable, IReadOnlyList<string> Violations, string Detail, DateTimeOffset CheckedAt);
