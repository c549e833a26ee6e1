using Sekisho.Journeys.Support;

namespace Sekisho.Journeys;

/// <summary>関所市, running, with a real postfix behind it. Shared by the journeys that only use it.</summary>
public sealed class DemoCity : IAsyncLifetime
{
    private PostfixSink? sink;
    private Installation? at;

    internal PostfixSink Sink => sink!;
    internal Installation At => at!;

    public async Task InitializeAsync()
    {
        sink = await PostfixSink.StartAsync();
        at = await Installation.DemoAsync(sink.Port);
    }

    public async Task DisposeAsync()
    {
        if (at is not null) await at.DisposeAsync();
        if (sink is not null) await sink.DisposeAsync();
    }
}
