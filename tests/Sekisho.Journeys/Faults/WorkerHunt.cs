using Sekisho.Journeys.Support;

namespace Sekisho.Journeys.Faults;

/// <summary>Finds the real workers of an installation among the machine's processes.</summary>
internal sealed class WorkerHunt(Installation at)
{
    /// <summary>Those that have verified something: the kernel lists the library they read with.</summary>
    public IReadOnlyList<int> Verifiers() => [.. All().Where(IsVerifier)];

    public IReadOnlyList<int> Rebuilders() => [.. All().Where(id => !IsVerifier(id))];

    /// <summary>Sends mails until every verifier has shown itself.</summary>
    public Task ShowAsync(Func<Task> sendMail) => Patience.UntilAsync(async () =>
    {
        if (Verifiers().Count > 0 && Verifiers().Count == Rebuilders().Count) return true;
        await sendMail();
        return false;
    }, "as many verifiers as rebuilders");

    /// <summary>Every worker: a program inside a sandbox that shows this installation's program folder.</summary>
    public IReadOnlyList<int> All()
    {
        var sandboxes = Processes.Naming(at.Data).Where(p => p.CommandLine.Contains("bwrap", StringComparison.Ordinal)).Select(p => p.Id).ToHashSet();
        return [.. Processes.Naming("/app/sekisho.dll worker").Select(p => p.Id).Where(id => !sandboxes.Contains(id) && sandboxes.Contains(Processes.Parent(id)))];
    }

    private static bool IsVerifier(int id) => Processes.Read(id, "maps").Contains("Sekisho.Verifying.dll", StringComparison.Ordinal);
}
