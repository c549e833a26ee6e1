using System.Globalization;

namespace Sekisho.Mime.Writing;

/// <summary>Dates of RFC 5322 §3.3, written with the offset the sender gave.</summary>
public static class MailDate
{
    public static string Text(DateTimeOffset date) =>
        date.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture) + (date.Offset < TimeSpan.Zero ? "-" : "+")
        + date.Offset.ToString("hhmm", CultureInfo.InvariantCulture);
}
