namespace Sekisho.Shell;

/// <summary>The number at a menu entry; <paramref name="Urgent"/> shows it in red.</summary>
public sealed record NavigationCount(int Waiting, bool Urgent = false);
