using System.Text;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.TextFiles;

namespace Sekisho.Sanitizing.Drawings;

/// <summary>
/// JP-07: an SXF drawing, as P21 (ISO 10303-21 entities) or SFC (features in comments of the same structure), read word by word and written again. Names of other
/// files — rasters, attribute files, paths — go; the shown texts stay.
/// </summary>
internal sealed class SxfFile
{
    private const int MaxDepth = 64;
    private static readonly HashSet<string> Features = new(StringComparer.Ordinal)
    {
        "drawing_sheet_feature", "layer_feature", "pre_defined_font_feature", "user_defined_font_feature", "pre_defined_colour_feature", "user_defined_colour_feature", "width_feature", "text_font_feature",
        "point_marker_feature", "line_feature", "polyline_feature", "circle_feature", "arc_feature", "ellipse_feature", "ellipse_arc_feature", "text_string_feature", "spline_feature", "clothoid_feature", "attribute_feature",
        "sfig_locate_feature", "sfig_org_feature", "externally_defined_symbol_feature", "linear_dim_feature", "curve_dim_feature", "angular_dim_feature", "radius_dim_feature", "diameter_dim_feature", "label_feature",
        "balloon_feature", "externally_defined_hatch_feature", "fill_area_style_colour_feature", "fill_area_style_hatching_feature", "fill_area_style_tiles_feature", "composite_curve_org_feature",
    };
    // Their strings are read by people; nothing opens what they say.
    private static readonly HashSet<string> Shown = new(StringComparer.OrdinalIgnoreCase) { "text_string_feature", "linear_dim_feature", "curve_dim_feature", "angular_dim_feature", "radius_dim_feature", "diameter_dim_feature", "label_feature", "balloon_feature", "TEXT_LITERAL", "TEXT_LITERAL_WITH_EXTENT" };
    private readonly StringBuilder b = new();
    private readonly string place;
    private int outside, unknown;

    private SxfFile(string place) => this.place = place;

    internal static byte[] Rebuild(byte[] bytes, string place, FindingLog log)
    {
        var guess = TextFile.Read(bytes, place, log);
        var file = new SxfFile(place);
        file.Read(new(TextCleaner.Clean(guess.Text, place, log), place));
        if (file.outside > 0) log.Add("JP-07", FindingAction.Removed, place, file.outside);
        if (file.unknown > 0) log.Add("JP-07", FindingAction.Rewritten, place, file.unknown);
        return TextFile.Encode(file.b.ToString(), guess, place, log);
    }

    private void Read(StepText text)
    {
        Word(text, "ISO-10303-21", ";");
        Line("ISO-10303-21;");
        Word(text, "HEADER", ";");
        Line("HEADER;");
        for (var name = text.Next(); name is not "ENDSEC"; name = text.Next()) Header(text, name ?? throw text.Broken());
        Word(text, ";");
        Line("ENDSEC;");
        Word(text, "DATA", ";");
        Line("DATA;");
        Data(text);
        Line("ENDSEC;");
        Word(text, "END-ISO-10303-21", ";");
        Line("END-ISO-10303-21;");
        if (text.Next() is not null) throw text.Broken();
    }

    private void Header(StepText text, string name)
    {
        var isKept = name is "FILE_DESCRIPTION" or "FILE_NAME" or "FILE_SCHEMA";
        var made = new StringBuilder(name);
        Parameters(text, name, made);
        Word(text, ";");
        if (isKept) Line(made.Append(';').ToString());
        else unknown++;
    }

    private void Data(StepText text)
    {
        while (true)
        {
            if (text.IsComment())
            {
                Feature(text.Comment());
                continue;
            }
            var word = text.Next() ?? throw text.Broken();
            if (word is "ENDSEC") { Word(text, ";"); return; }
            Instance(text, word);
        }
    }

    /// <summary><c>#1=NAME(…);</c> or <c>#1=(NAME(…)NAME(…));</c></summary>
    private void Instance(StepText text, string number)
    {
        if (!IsNumber(number)) throw text.Broken();
        Word(text, "=");
        var made = new StringBuilder(number).Append('=');
        var name = text.Next() ?? throw text.Broken();
        if (name is "(")
        {
            made.Append('(');
            for (name = text.Next(); name is not ")"; name = text.Next()) Entity(text, name ?? throw text.Broken(), made);
            made.Append(')');
        }
        else Entity(text, name, made);
        Word(text, ";");
        Line(made.Append(';').ToString());
    }

    private void Entity(StepText text, string name, StringBuilder made)
    {
        if (!char.IsAsciiLetter(name[0])) throw text.Broken();
        Parameters(text, name, made.Append(name));
    }

    /// <summary>A comment of SFC: a tag, one or more features, the tag again. Any other comment goes.</summary>
    private void Feature(string comment)
    {
        if (!comment.StartsWith("SXF", StringComparison.Ordinal)) return;
        var end = comment.AsSpan().IndexOfAny(" \t\r\n#");
        if (end < 0 || !comment.TrimEnd().EndsWith(comment[..end], StringComparison.Ordinal)) throw new FileStop("JP-07", Outcome.Blocked, place);
        var tag = comment[..end];
        var text = new StepText(comment[end..comment.LastIndexOf(tag, StringComparison.Ordinal)], place);
        while (text.Next() is { } number)
        {
            if (!IsNumber(number)) throw text.Broken();
            Word(text, "=");
            var name = text.Next() ?? throw text.Broken();
            var made = new StringBuilder(number).Append(" = ").Append(name);
            Parameters(text, name, made);
            if (!Features.Contains(name)) { unknown++; continue; }
            Line("/*" + tag);
            Line(made.ToString());
            Line(tag + "*/");
        }
    }

    private void Parameters(StepText text, string name, StringBuilder made)
    {
        Word(text, "(");
        made.Append('(');
        for (var depth = 1; depth > 0;)
        {
            var word = text.Next() ?? throw text.Broken();
            if (word is "(" && ++depth > MaxDepth || word is ";" or "=") throw text.Broken();
            if (word is ")") depth--;
            made.Append(word[0] is '\'' || word is ['\\', '\'', ..] ? Value(word, name) : word);
        }
    }

    /// <summary>A string as it came, or without the name of another file. A figure's name keeps its head, so that its place still finds it.</summary>
    private string Value(string word, string name)
    {
        if (Shown.Contains(name)) return word;
        var shown = StepText.Shown(word);
        if (name is "FILE_NAME" ? !OutsideName.IsPath(shown) : !OutsideName.IsFile(shown)) return word;
        outside++;
        var mark = word[0] == '\\' ? "\\'" : "'";
        var head = word.LastIndexOf("$$", StringComparison.Ordinal);
        var isFigure = head > 0 && shown.StartsWith("$$ATR", StringComparison.Ordinal);
        return isFigure ? word[..(head + 2)] + "除去" + mark : mark + (name is "FILE_NAME" ? OutsideName.Base(shown) : "") + mark;
    }

    private static bool IsNumber(string word) => word.Length is > 1 and <= 20 && word[0] == '#' && word.Skip(1).All(char.IsAsciiDigit);

    private static void Word(StepText text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (!string.Equals(text.Next(), word, StringComparison.Ordinal)) throw text.Broken();
    }

    private void Line(string line) => b.Append(line).Append("\r\n");
}
