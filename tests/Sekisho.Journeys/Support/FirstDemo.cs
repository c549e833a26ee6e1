namespace Sekisho.Journeys.Support;

/// <summary>The first start of 関所市, as a newcomer makes it: with its year of history, then stopped. Several journeys go on from copies of it.</summary>
internal sealed record FirstDemo(string Data, string Screen)
{
    private static readonly Lazy<Task<FirstDemo>> Once = new(StartAsync);

    public static Task<FirstDemo> GetAsync() => Once.Value;

    private static async Task<FirstDemo> StartAsync()
    {
        var at = await Installation.StartAsync("demo");
        await at.StopAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(at.Parent, recursive: true);
        return new(at.Data, at.FirstScreen);
    }
}
