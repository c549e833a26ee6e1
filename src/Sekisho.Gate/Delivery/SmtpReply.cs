using System.Globalization;

namespace Sekisho.Gate.Delivery;

/// <summary>A server's reply: its code and its lines without it.</summary>
internal sealed record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    public bool IsGood => Code is >= 200 and < 300;

    public bool Offers(string extension) => Lines.Skip(1).Any(l => l.Split(' ')[0].Equals(extension, StringComparison.OrdinalIgnoreCase));

    public DeliveryResult AsResult()
    {
        var text = Code.ToString(CultureInfo.InvariantCulture) + " " + string.Join(" / ", Lines);
        return new(IsGood ? DeliveryOutcome.Delivered : Code >= 500 ? DeliveryOutcome.Permanent : DeliveryOutcome.Temporary, text.Length > 500 ? text[..500] : text);
    }

    /// <exception cref="InvalidDataException">The line does not start with three digits.</exception>
    public static bool Ends(string line)
    {
        if (line.Length < 3 || line.AsSpan(0, 3).ContainsAnyExceptInRange('0', '9')) throw new InvalidDataException("Not an SMTP reply.");
        return line.Length == 3 || line[3] != '-';
    }

    public static SmtpReply Of(List<string> lines) =>
        new(int.Parse(lines[^1].AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture), [.. lines.Select(l => l.Length > 4 ? l[4..] : "")]);
}
