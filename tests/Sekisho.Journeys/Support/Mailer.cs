using System.Globalization;

namespace Sekisho.Journeys.Support;

/// <summary>swaks, a real SMTP client.</summary>
internal static class Mailer
{
    /// <summary>Sends a file as the whole message and returns what swaks said; its exit code is 0 when the server took the mail.</summary>
    public static async Task<Command> SendAsync(int port, string recipient, string message, params string[] more)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, System.Text.Encoding.Latin1.GetBytes(message));
            return await Command.RunAsync("/usr/bin/swaks",
                ["--server", "127.0.0.1", "--port", port.ToString(CultureInfo.InvariantCulture), "--from", "outside@example.org", "--to", recipient,
                    "--data", "@" + file, .. more]);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
