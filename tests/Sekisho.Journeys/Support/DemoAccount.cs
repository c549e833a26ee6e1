namespace Sekisho.Journeys.Support;

/// <summary>A demonstration account as the start screen printed it.</summary>
internal sealed record DemoAccount(string Login, string Password, string Role)
{
    private const string Mark = "見本の利用者";

    /// <summary>The first account whose role begins so.</summary>
    public static DemoAccount Of(Installation at, string role) => Read(at.FirstScreen).First(a => a.Role.StartsWith(role, StringComparison.Ordinal));

    public static IReadOnlyList<DemoAccount> Read(string screen) =>
        [.. screen.Split('\n').Select(l => l.Trim()).Where(l => l.StartsWith(Mark, StringComparison.Ordinal))
            .Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(c => c.Length >= 4)
            .Select(c => new DemoAccount(c[1], c[2], string.Join(' ', c[3..])))];
}
