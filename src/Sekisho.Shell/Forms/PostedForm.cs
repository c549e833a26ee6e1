using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Sekisho.Kernel;
using Sekisho.Kernel.Calendar;

namespace Sekisho.Shell.Forms;

/// <summary>The fields of a posted form as text, trimmed. Reading never fails: what is missing is the empty string.</summary>
public sealed class PostedForm(IReadOnlyDictionary<string, StringValues> fields)
{
    /// <summary>Name of the hidden field with the id of the command: a second press answers like the first (rule T4).</summary>
    public const string CommandIdField = "command-id";
    /// <summary>Name of the hidden field with the version of the row as it was shown.</summary>
    public const string RowVersionField = "row-version";

    public static PostedForm Empty { get; } = new(new Dictionary<string, StringValues>(StringComparer.Ordinal));

    /// <summary>The posted form of a request; empty when it is not a form.</summary>
    public static PostedForm Of(HttpContext context) => context.Request.HasFormContentType
        ? new(context.Request.Form.ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal))
        : Empty;

    public bool Has(string name) => fields.ContainsKey(name);
    public string Text(string name) => fields.TryGetValue(name, out var value) ? (value.Count > 0 ? value[0] ?? "" : "").Trim() : "";
    public string? TextOrNull(string name) => Text(name) is { Length: > 0 } text ? text : null;
    public IReadOnlyList<string> All(string name) => fields.TryGetValue(name, out var value) ? value.OfType<string>().ToList() : [];
    public bool Ticked(string name) => Text(name).Length > 0;
    public int RowVersion => Whole(RowVersionField) ?? 0;
    public Guid? CommandId => Guid.TryParseExact(Text(CommandIdField), "D", out var id) ? id : null;

    /// <summary>A whole number, full-width digits and thousands marks accepted; null when it is none or out of range.</summary>
    public int? Whole(string name) =>
        int.TryParse(HalfWidth(Text(name)).Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : null;

    /// <summary>The day of a <see cref="DateField"/>, or of one plain field in any form people write; a refusal that belongs to the field.</summary>
    public Result<DateOnly> Day(string name)
    {
        if (DayIsBlank(name)) return new Refusal("form.day.blank", "日が入っていません。", "年、月、日を書いてください。") { Field = name };
        var era = Text(name + ".era");
        var text = era.Length == 0 ? Text(name)
            : (era == "西暦" ? "" : era) + Text(name + ".year") + "年" + Text(name + ".month") + "月" + Text(name + ".day") + "日";
        var read = DateReading.Of(HalfWidth(text));
        return read.IsOk ? read.Value.Day : Result<DateOnly>.Refused([.. read.Refusals.Select(r => r with { Field = name })]);
    }

    /// <summary>True when nothing was written into the day field.</summary>
    public bool DayIsBlank(string name) => Text(name).Length == 0 && Text(name + ".year").Length == 0 && Text(name + ".month").Length == 0 && Text(name + ".day").Length == 0;

    /// <summary>Letters and digits of identifiers (staff numbers, telephone, addresses) in half width, long dashes as a hyphen, no blanks around.</summary>
    public static string HalfWidth(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
            result.Append(c switch
            {
                >= '！' and <= '～' => (char)(c - 0xFEE0),
                '　' => ' ',
                '‐' or '‑' or '–' or '—' or '―' or '−' or 'ー' or '－' => '-',
                _ => c,
            });
        return result.ToString().Trim();
    }

    internal IEnumerable<KeyValuePair<string, StringValues>> Fields => fields;
}
