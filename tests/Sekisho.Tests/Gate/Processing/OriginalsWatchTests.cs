using Microsoft.Extensions.DependencyInjection;
using Sekisho.Gate.Holding;
using Sekisho.Platform;

namespace Sekisho.Tests.Gate.Processing;

public sealed class OriginalsWatchTests : IAsyncLifetime
{
    private readonly GateDatabase gate = new();

    public Task InitializeAsync() => gate.InitializeAsync();
    public Task DisposeAsync() => gate.DisposeAsync();

    [Fact]
    public async Task A_lost_original_is_said_once_and_again_when_it_is_back()
    {
        var id = await gate.AcceptAsync();
        await gate.SealAsync();
        var watch = ActivatorUtilities.CreateInstance<OriginalsWatch>(gate.Services);
        (await watch.LookAsync(true, CancellationToken.None)).ShouldBe(0);
        var name = (await gate.MailAsync(id)).OriginalObject.Split('.')[1];
        var file = Directory.GetFiles(gate.Services.GetRequiredService<PlatformOptions>().ContentFolder, name, SearchOption.AllDirectories).ShouldHaveSingleItem();
        var bytes = await File.ReadAllBytesAsync(file);
        File.Delete(file);
        (await watch.LookAsync(false, CancellationToken.None)).ShouldBe(1);
        (await watch.LookAsync(true, CancellationToken.None)).ShouldBe(0);
        await gate.SealAsync();
        await File.WriteAllBytesAsync(file, bytes);
        gate.Time.Advance(TimeSpan.FromHours(30));
        (await watch.LookAsync(false, CancellationToken.None)).ShouldBe(0, "older than a day: only the whole look sees it");
        (await watch.LookAsync(true, CancellationToken.None)).ShouldBe(1);
        (await gate.FactsOfAsync(id)).Where(r => r.Name == "file.original.held").Select(r => r.Text("state")).ShouldBe(["held", "lost", "held"]);
    }
}
