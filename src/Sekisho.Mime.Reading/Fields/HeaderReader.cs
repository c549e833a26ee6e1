using System.Text;

namespace Sekisho.Mime.Reading.Fields;

/// <summary>Reads one header block up to its empty line and notes where readers disagree about its form (MI-02).</summary>
internal sealed class HeaderReader(ReadLimits limits, NoteList notes, string place)
{
    private static readonly string[] Structural = ["content-type", "content-transfer-encoding", "content-disposition", "mime-version", "content-id"];
    private readonly List<ReadField> fields = [];
    private StringBuilder? value;
    private string name = "";
    private bool odd; // something before this point ends the header for some readers

    /// <summary>The fields, and where the body begins.</summary>
    internal (IReadOnlyList<ReadField> Fields, int BodyStart) Read(ReadOnlySpan<byte> bytes)
    {
        var (at, lines) = (0, 0);
        while (at < bytes.Length)
        {
            var line = Lines.At(bytes, at, out var next);
            if (line.IsEmpty) { at = next; break; }
            if (++lines > limits.HeaderLines || next > limits.HeaderBytes || line.Length > limits.LineBytes) throw new ReadStop(place, "header");
            Line(line, lines);
            at = next;
        }
        Close();
        return (fields, at);
    }

    private void Line(ReadOnlySpan<byte> line, int number)
    {
        if (line.IndexOfAny((byte)0, (byte)'\r') >= 0) notes.Ambiguous("MI-02", place, "cr-or-nul");
        if (line[0] is (byte)' ' or (byte)'\t')
        {
            if (line.IndexOfAnyExcept((byte)' ', (byte)'\t') < 0)
            {
                notes.Seen("MI-02", place, "blank-line");
                odd = true;
            }
            if (value is null) { notes.Seen("MI-02", place, "leading-fold"); odd = true; }
            value?.Append(Encoding.Latin1.GetString(line));
            return;
        }
        var colon = line.IndexOf((byte)':');
        var written = colon > 0 ? line[..colon].TrimEnd(" \t"u8) : default;
        if (written.IsEmpty || written.ContainsAnyExceptInRange((byte)0x21, (byte)0x7E))
        {
            Close();
            if (number == 1 && line.StartsWith("From "u8)) { notes.Seen("MI-02", place, "from-line"); return; }
            notes.Seen("MI-02", place, "no-field");
            odd = true;
            return;
        }
        Close();
        name = Encoding.ASCII.GetString(written);
        value = new StringBuilder(Encoding.Latin1.GetString(line[(colon + 1)..]));
        if (written.Length != colon) { notes.Seen("MI-02", place, "space-before-colon"); if (IsStructural(name)) notes.Ambiguous("MI-02", place, "space-before-colon"); }
        // Readers that ended the header above never see this field: if it shapes the message they see another message.
        if (odd && IsStructural(name)) notes.Ambiguous("MI-02", place, "field-after-odd-line");
    }

    private void Close()
    {
        if (value is not null) fields.Add(new(name, value.ToString().Trim(' ', '\t')));
        value = null;
    }

    private static bool IsStructural(string name) => Structural.Contains(name, StringComparer.OrdinalIgnoreCase);
}
