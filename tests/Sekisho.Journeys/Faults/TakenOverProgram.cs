using Sekisho.Journeys.Support;

namespace Sekisho.Journeys.Faults;

/// <summary>
/// The program folder that sandboxes show has another program in it: workers started from now on are the attacker's, the running server is not. Put back when disposed.
/// </summary>
internal sealed class TakenOverProgram : IDisposable
{
    private readonly string program;

    public TakenOverProgram(Installation at)
    {
        program = Directory.GetFiles(Path.Combine(at.Data, "program"), "sekisho.dll", SearchOption.AllDirectories).ShouldHaveSingleItem();
        // Moved, not overwritten: the server keeps the file it has mapped.
        File.Move(program, program + ".kept");
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Sekisho.BadWorker.dll"), program);
        File.SetUnixFileMode(program, (UnixFileMode)0b110_100_100);
    }

    public void Dispose() => File.Move(program + ".kept", program, overwrite: true);
}
