using System.Globalization;

namespace Sekisho.Watch.Mail;

/// <summary>The test mail and what must come out of the gateway when everything works.</summary>
internal static class ProbeMail
{
    private const string Danger = "window.probe";

    /// <summary>An HTML mail with a script: a working gateway turns it into text without the script. The token finds it again.</summary>
    public static IReadOnlyList<string> Write(string token, string recipient, DateTimeOffset now) =>
    [
        "From: Sekisho probe <probe@probe.sekisho.invalid>",
        "To: <" + recipient + ">",
        "Subject: probe " + token,
        "Date: " + now.ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture) + " +0000",
        "Message-ID: <" + token + "@probe.sekisho.invalid>",
        "MIME-Version: 1.0",
        "Content-Type: text/html; charset=utf-8",
        "Content-Transfer-Encoding: 7bit",
        "",
        "<html><body><p>" + token + "</p><script>" + Danger + "()</script></body></html>",
    ];

    /// <summary>Looks at what came out.</summary>
    /// <returns>Null when it is as it must be, else the stage that failed.</returns>
    public static string? Judge(string delivered, string token)
    {
        if (!delivered.Contains(token, StringComparison.Ordinal)) return "content-lost";
        if (delivered.Contains("<script", StringComparison.OrdinalIgnoreCase) || delivered.Contains(Danger, StringComparison.Ordinal)) return "not-sanitised";
        return delivered.Contains("text/html", StringComparison.OrdinalIgnoreCase) ? "not-text" : null;
    }
}
