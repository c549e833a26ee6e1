using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Sekisho.Shell.Language;

/// <summary>
/// The words on screen for one request: <c>@T["gate.held.title"]</c>, <c>@T["gate.held.count", n]</c>. Japanese unless the person chose English.
/// A key nobody wrote shows as ⟦key⟧; tests refuse any page that carries one.
/// </summary>
public sealed class Words(WordBook book, IHttpContextAccessor? accessor = null, Installation? installation = null)
{
    /// <summary>Cookie of the language choice.</summary>
    public const string Cookie = "sekisho-language";

    public bool IsEnglish { get; set; } = string.Equals(accessor?.HttpContext?.Request.Cookies[Cookie], "en", StringComparison.Ordinal);

    /// <summary>"ja" or "en", for the lang attribute.</summary>
    public string Language => IsEnglish ? "en" : "ja";

    public string this[string key] => book.Find(key, IsEnglish) ?? "⟦" + key + "⟧";

    public string this[string key, params object?[] arguments] => string.Format(CultureInfo.InvariantCulture, this[key], arguments);

    /// <summary>A role as this city calls it; in English, and where the city's text names none, the product's word; else the code.</summary>
    public string Role(string code) =>
        !IsEnglish && installation?.Value.RoleNames.GetValueOrDefault(code) is { } own ? own
        : Has("shell.role." + code) ? this["shell.role." + code] : code;

    /// <summary>True when the key exists: for keys made of a code, e.g. a reason, that an older record may carry.</summary>
    public bool Has(string key) => book.Find(key, IsEnglish) is not null;
}
