namespace Sekisho.Verifying.Cards;

/// <summary>A calendar of ours: known components in one another, known properties, nothing that runs, fetches or repeats by the minute.</summary>
internal static class CalendarCheck
{
    private static readonly HashSet<string> Parts = new(StringComparer.Ordinal) { "VCALENDAR", "VEVENT", "VTODO", "VJOURNAL", "VTIMEZONE", "STANDARD", "DAYLIGHT", "VALARM" };
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "BEGIN", "END", "VERSION", "PRODID", "METHOD", "UID", "SUMMARY", "LOCATION", "DESCRIPTION", "CATEGORIES", "COMMENT", "TZID", "TZNAME", "DTSTART", "DTEND", "DUE", "DTSTAMP", "CREATED", "LAST-MODIFIED", "COMPLETED", "RECURRENCE-ID",
        "EXDATE", "RDATE", "DURATION", "TRIGGER", "STATUS", "CLASS", "TRANSP", "ACTION", "SEQUENCE", "PRIORITY", "PERCENT-COMPLETE", "REPEAT", "RRULE", "ORGANIZER", "ATTENDEE", "TZOFFSETFROM", "TZOFFSETTO",
    };

    internal static void Run(byte[] bytes, string place, Report report)
    {
        var open = new Stack<string>();
        var calendars = 0;
        foreach (var (name, _, value) in CardLines.Read(bytes, place, report))
        {
            if (!Names.Contains(name)) report.Add("property:" + name, place);
            if (name is "BEGIN")
            {
                if (!Parts.Contains(value) || open.Count == 0 != value is "VCALENDAR") report.Add("component:" + value, place);
                if (open.Count == 0) calendars++;
                open.Push(value);
            }
            else if (name is "END" && (!open.TryPop(out var opened) || opened != value)) throw new Refused(place + ":end");
            else if (open.Count == 0 && name is not "END") throw new Refused(place + ":outside");
            if (name is "ACTION" && value is not "DISPLAY" || name is "METHOD" && value is not "PUBLISH") report.Add(name + ":" + value, place);
            if (name is "RRULE" && (value.Contains("SECONDLY", StringComparison.Ordinal) || value.Contains("MINUTELY", StringComparison.Ordinal))) report.Add("rule", place);
            if (name is "ORGANIZER" or "ATTENDEE" && !value.StartsWith("mailto:", StringComparison.Ordinal)) report.Add("person", place);
        }
        if (open.Count > 0 || calendars != 1) report.Add("unclosed", place);
    }
}
