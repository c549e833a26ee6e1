using Sekisho.Commands;
using Sekisho.Gate.Model;
using Sekisho.Hosting;
using Sekisho.Kernel;
using Sekisho.Kernel.Sanitising;

namespace Sekisho.Tests.Gate.Processing;

/// <summary>The gateway treats a mail by the choices for its direction and its sender: the same file and the same object as the command line.</summary>
public sealed class MailPolicyTests : IAsyncLifetime
{
    private const string Text = "version: gate-7\nsenders: { partner: [example.org] }\nrules:\n  - { from: Z_INET, to: Z_LGWAN, levels: [raster] }\n  - { sender: others, levels: [text] }\n";
    private readonly GateDatabase gate = new() { Policy = SanitisePolicyFile.Read("p", Text).Value };
    public Task InitializeAsync() => gate.InitializeAsync();
    public Task DisposeAsync() => gate.DisposeAsync();

    [Fact]
    public async Task Each_mail_brings_its_own_choices_to_the_worker()
    {
        var asked = new List<string>();
        gate.Workers.Sanitise = (options, text) =>
        {
            asked.Add(options[SanitisePolicy.Option]);
            return ScriptedWorkers.Reply(Outcome.Clean, "clean: " + text);
        };
        (await gate.OfferAsync("a@example.org")).IsOk.ShouldBeTrue();
        (await gate.OfferAsync("b@elsewhere.example")).IsOk.ShouldBeTrue();
        await gate.RunJobsAsync();
        asked.ShouldBe(["version=gate-7;levels=raster", "version=gate-7;levels=text"], ignoreOrder: true);
    }

    [Fact]
    public void The_file_of_an_installation_is_read_whole_and_every_fault_is_told()
    {
        var root = Directory.CreateTempSubdirectory("sekisho-policy-").FullName;
        try
        {
            var folder = DataFolder.Of(root);
            MailSetup.PolicyOf(folder).Value.ShouldBe(SanitisePolicy.Default);
            File.WriteAllText(folder.SanitisePolicyFile, Text);
            MailSetup.PolicyOf(folder).Value.Version.ShouldBe("gate-7");
            File.WriteAllText(folder.SanitisePolicyFile, "levels: [fast]\nlinks: blue\n");
            MailSetup.PolicyOf(folder).Refusals.Select(r => r.WhatHappened[folder.SanitisePolicyFile.Length..][..3]).ShouldBe([":1:", ":2:"]);
        }
        finally { Directory.Delete(root, true); }
    }
}
