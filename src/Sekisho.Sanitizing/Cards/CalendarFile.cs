using System.Text.RegularExpressions;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Mime;

namespace Sekisho.Sanitizing.Cards;

/// <summary>
/// ICS and VCS (IC-01…05): components and properties from a list, each value by its own small grammar, written as iCalendar 2.0. What programs
/// process by themselves (requests, alarms other than a display, repetitions by the minute) does not stay.
/// </summary>
internal sealed partial class CalendarFile(string place, FindingLog log)
{
    private const int MostComponents = 5_000, MostCharacters = 4_000;
    private enum Form { Text, When, Span, Token, Number, Rule, Person, Offset }

    private static readonly Dictionary<string, Form> Properties = new(StringComparer.Ordinal)
    {
        ["UID"] = Form.Text, ["SUMMARY"] = Form.Text, ["LOCATION"] = Form.Text, ["DESCRIPTION"] = Form.Text, ["CATEGORIES"] = Form.Text, ["TZID"] = Form.Text, ["TZNAME"] = Form.Text, ["COMMENT"] = Form.Text,
        ["DTSTART"] = Form.When, ["DTEND"] = Form.When, ["DUE"] = Form.When, ["DTSTAMP"] = Form.When, ["CREATED"] = Form.When, ["LAST-MODIFIED"] = Form.When, ["COMPLETED"] = Form.When, ["RECURRENCE-ID"] = Form.When, ["EXDATE"] = Form.When, ["RDATE"] = Form.When,
        ["DURATION"] = Form.Span, ["TRIGGER"] = Form.Span, ["STATUS"] = Form.Token, ["CLASS"] = Form.Token, ["TRANSP"] = Form.Token, ["ACTION"] = Form.Token,
        ["SEQUENCE"] = Form.Number, ["PRIORITY"] = Form.Number, ["PERCENT-COMPLETE"] = Form.Number, ["REPEAT"] = Form.Number,
        ["RRULE"] = Form.Rule, ["ORGANIZER"] = Form.Person, ["ATTENDEE"] = Form.Person, ["TZOFFSETFROM"] = Form.Offset, ["TZOFFSETTO"] = Form.Offset,
    };

    private static readonly string[] Components = ["VEVENT", "VTODO", "VJOURNAL", "VTIMEZONE", "STANDARD", "DAYLIGHT", "VALARM"];
    private readonly CardWriter writer = new();
    private int components;

    internal static byte[] Rebuild(byte[] b, string place, FindingLog log)
    {
        var lines = CardReader.Read(b, "IC-01", place, log);
        var output = new CalendarFile(place, log).Write(lines);
        if (!output.AsSpan().SequenceEqual(b)) log.Add("IC-01", FindingAction.Rewritten, place);
        return output;
    }

    private byte[] Write(IReadOnlyList<CardLine> lines)
    {
        if (lines is not [{ Name: "BEGIN" } first, ..] || !first.Value.Trim().Equals("VCALENDAR", StringComparison.OrdinalIgnoreCase)) throw Broken();
        writer.Add("BEGIN", "VCALENDAR");
        writer.Add("VERSION", "2.0");
        writer.Add("PRODID", "-//Sekisho//sanitised//JA");
        if (lines.Any(l => l.Name == "METHOD")) Method(lines.First(l => l.Name == "METHOD").Value.Trim().ToUpperInvariant());
        var at = 1;
        while (at < lines.Count && !IsEnd(lines[at], "VCALENDAR"))
            if (lines[at].Name == "BEGIN") at = Component(lines, at, 1);
            else at++;
        // A second calendar behind the first is another file to some programs.
        if (at >= lines.Count || at + 1 < lines.Count) throw Broken();
        writer.Add("END", "VCALENDAR");
        return writer.Finish();
    }

    private void Method(string method)
    {
        writer.Add("METHOD", "PUBLISH");
        if (method is not "PUBLISH") log.Add("IC-04", FindingAction.Rewritten, place);
    }

    /// <summary>Writes one component and returns the line behind it.</summary>
    private int Component(IReadOnlyList<CardLine> lines, int begin, int depth)
    {
        if (depth > 4 || ++components > MostComponents) throw new FileStop("IC-05", Outcome.Blocked, place);
        var name = lines[begin].Value.Trim().ToUpperInvariant();
        var end = begin + 1;
        for (var open = 1; end < lines.Count; end++)
        {
            if (lines[end].Name == "BEGIN") open++;
            else if (lines[end].Name == "END" && --open == 0) break;
        }
        if (end == lines.Count || !IsEnd(lines[end], name)) throw Broken();
        if (!Components.Contains(name, StringComparer.Ordinal)) log.Add("IC-02", FindingAction.Removed, place);
        else if (name == "VALARM" && !lines.Skip(begin).Take(end - begin).Any(l => l.Name == "ACTION" && l.Value.Trim().Equals("DISPLAY", StringComparison.OrdinalIgnoreCase))) log.Add("IC-03", FindingAction.Removed, place);
        else
        {
            writer.Add("BEGIN", name);
            for (var at = begin + 1; at < end;)
                if (lines[at].Name == "BEGIN") at = Component(lines, at, depth + 1);
                else Property(lines[at++]);
            writer.Add("END", name);
        }
        return end + 1;
    }

    private void Property(CardLine line)
    {
        if (!Properties.TryGetValue(line.Name, out var form))
        {
            log.Add("IC-02", FindingAction.Removed, place);
            return;
        }
        if (line.Get("ALTREP") is not null) log.Add("IC-02", FindingAction.Removed, place);
        var value = line.Value.Length < MostCharacters ? line.Value.Trim().ToUpperInvariant() : "";
        switch (form)
        {
            case Form.Text: writer.Add(line.Name, CardText.Clean(line.Value, place, log)); break;
            case Form.Person: Person(line); break;
            case Form.When when When().IsMatch(value): writer.Add(line.Name + Zone(line), value); break;
            case Form.Span when Span().IsMatch(value): writer.Add(line.Name, value); break;
            case Form.Span when When().IsMatch(value) && line.Name == "TRIGGER": writer.Add("TRIGGER;VALUE=DATE-TIME", value); break;
            case Form.Token when value.Length is > 0 and < 40 && value.All(c => char.IsAsciiLetterUpper(c) || c == '-'): writer.Add(line.Name, value); break;
            case Form.Number when value.Length is > 0 and < 9 && value.All(char.IsAsciiDigit): writer.Add(line.Name, value); break;
            case Form.Offset when value.Length is 5 or 7 && value[0] is '+' or '-' && value.Skip(1).All(char.IsAsciiDigit): writer.Add(line.Name, value); break;
            case Form.Rule when value.Contains("FREQ=SECONDLY", StringComparison.Ordinal) || value.Contains("FREQ=MINUTELY", StringComparison.Ordinal): log.Add("IC-05", FindingAction.Removed, place); break;
            case Form.Rule when Rule().IsMatch(value): writer.Add("RRULE", value); break;
            default: log.Add("IC-01", FindingAction.Removed, place); break;
        }
    }

    private string Zone(CardLine line)
    {
        var kind = line.Get("VALUE")?.ToUpperInvariant() is "DATE" ? ";VALUE=DATE" : "";
        return line.Get("TZID") is { Length: > 0 and < 200 } zone ? kind + ";TZID=" + CardText.Quoted(zone, place, log) : kind;
    }

    private void Person(CardLine line)
    {
        var address = line.Value.Trim();
        if (address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)) address = address[7..];
        if (MailAddress.Parse(address) is not { } mail)
        {
            log.Add("IC-02", FindingAction.Removed, place);
            return;
        }
        var head = line.Name;
        foreach (var (name, value) in line.Parameters)
            if (name is "ROLE" or "PARTSTAT" or "CUTYPE" && value.Length < 40 && value.All(c => char.IsAsciiLetter(c) || c == '-')) head += ";" + name + "=" + value.ToUpperInvariant();
        if (line.Get("CN") is { Length: > 0 and < 300 } cn) head += ";CN=" + CardText.Quoted(cn, place, log);
        writer.Add(head, "mailto:" + mail.Address);
    }

    private static bool IsEnd(CardLine line, string name) => line.Name == "END" && line.Value.Trim().Equals(name, StringComparison.OrdinalIgnoreCase);

    private FileStop Broken() => new("IC-01", Outcome.Blocked, place);

    [GeneratedRegex("^[0-9]{8}(T[0-9]{6}Z?)?(,[0-9]{8}(T[0-9]{6}Z?)?)*$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex When();

    [GeneratedRegex("^[+-]?P([0-9]+[WD])?(T([0-9]+[HMS])+)?$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Span();

    [GeneratedRegex("^FREQ=(HOURLY|DAILY|WEEKLY|MONTHLY|YEARLY)(;(INTERVAL|COUNT|UNTIL|BYDAY|BYMONTH|BYMONTHDAY|BYYEARDAY|BYWEEKNO|BYSETPOS|BYHOUR|BYMINUTE|BYSECOND|WKST)=[0-9A-Z,+-]+)*$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Rule();
}
