using System.Globalization;
using Sekisho.Gate;

namespace Sekisho.Hosting;

/// <summary>HOST:PORT as typed after <c>--relay</c>; an IPv6 address stands in brackets.</summary>
internal static class Relay
{
    /// <summary>Null when the text has another form.</summary>
    internal static MailRoute? Parse(string text)
    {
        var colon = text.LastIndexOf(':');
        if (colon <= 0 || !int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port is < 1 or > 65535) return null;
        return new MailRoute(text[..colon].Trim('[', ']'), port);
    }
}
