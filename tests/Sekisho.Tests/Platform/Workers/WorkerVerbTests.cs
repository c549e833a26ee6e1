using System.Text;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Platform.Workers;

namespace Sekisho.Tests.Platform.Workers;

/// <summary>The real program in the real sandbox.</summary>
public sealed class WorkerVerbTests : IAsyncLifetime
{
    private readonly WorkerPool pool = new(new WorkerPoolOptions { Lanes = 1 }, TimeProvider.System);

    public async Task InitializeAsync() => (await pool.ProbeAsync(CancellationToken.None)).IsUsable.ShouldBeTrue();

    public Task DisposeAsync() => pool.DisposeAsync().AsTask();

    private async Task<WorkerReply> Ask(WorkerVerb verb, byte[] bytes, params (string, string)[] options) =>
        (await pool.AskAsync(verb, options.ToDictionary(o => o.Item1, o => o.Item2), bytes, CancellationToken.None)).Value;

    [Fact]
    public async Task Text_in_CP932_comes_back_as_UTF8()
    {
        var cp932 = CodePagesEncodingProvider.Instance.GetEncoding(932)!;
        var reply = await Ask(WorkerVerb.Text, cp932.GetBytes("第１条　この規程は①を定める。"));
        Encoding.UTF8.GetString(reply.Output!.Bytes.Span).ShouldBe("第１条　この規程は①を定める。");
        reply.Details["encoding"].ShouldBe("cp932");
    }

    [Fact]
    public async Task Binary_is_no_text() => (await Ask(WorkerVerb.Text, [0x7F, 0x45, 0x4C, 0x46, 0, 0, 1])).Outcome.ShouldBe(Outcome.Held);

    [Fact]
    public async Task A_picture_is_drawn_anew_by_a_tool_of_its_own_and_the_worker_goes()
    {
        var before = await pool.Rebuilding.RestingAsync();
        var reply = await Ask(WorkerVerb.Sanitise, OnePixelGif, ("kind", "file"), ("name", "点.gif"), ("type", "image/gif"));
        reply.Output.ShouldNotBeNull(string.Join(',', reply.Findings));
        reply.Output.Digest.ShouldNotBe(Digest.Of(OnePixelGif));
        reply.Discard.ShouldBeTrue();
        (await pool.Rebuilding.RestingAsync()).ShouldNotBe(before);
    }

    [Fact]
    public async Task A_hostile_mail_becomes_one_that_the_other_process_accepts()
    {
        var mail = Encoding.ASCII.GetBytes(string.Join("\r\n", "From: a@example.org", "To: b@city.sekisho.example", "Subject: x", "MIME-Version: 1.0", "Content-Type: text/html", "",
            "<p>seen</p><script>steal()</script>", ""));
        var reply = await Ask(WorkerVerb.Sanitise, mail, ("kind", "mail"), ("record", "R-1"));
        reply.Outcome.ShouldBe(Outcome.Cleaned);
        var output = reply.Output!.Bytes.ToArray();
        Encoding.UTF8.GetString(output).ShouldNotContain("script");
        (await Ask(WorkerVerb.Verify, output, ("type", "eml"))).Outcome.ShouldBe(Outcome.Clean);
        (await Ask(WorkerVerb.Verify, mail, ("type", "eml"))).Outcome.ShouldBe(Outcome.Blocked);
    }

    private static readonly byte[] OnePixelGif = Convert.FromHexString("47494638396101000100800000ff0000ffffff2c00000000010001000002024401003b");
}
