namespace Sekisho.Sanitizing.Odf;

/// <summary>The rule an element breaks that is not on the list (OD-01…08); "" for one that only is not known.</summary>
internal static class OdfDangers
{
    internal static string Rule(string ns, string name)
    {
        if (ns.Contains(":script:", StringComparison.Ordinal)) return name is "event-listener" ? "OD-02" : "OD-01";
        if (ns.Contains(":form:", StringComparison.Ordinal) || ns.Contains("xforms", StringComparison.Ordinal) || ns.Contains(":database:", StringComparison.Ordinal)) return "OD-06";
        if (ns.Contains(":animation:", StringComparison.Ordinal) || ns.Contains(":smil", StringComparison.Ordinal)) return "OD-02";
        return name switch
        {
            "scripts" or "script" => "OD-01",
            "event-listeners" or "event-listener" or "execute-macro" or "sound" or "animations" => "OD-02",
            "object-ole" or "plugin" or "applet" or "floating-frame" or "object" => "OD-03",
            "section-source" or "table-source" or "cell-range-source" or "font-face-uri" or "font-face-src" or "template" or "auto-reload" or "hyperlink-behaviour" => "OD-04",
            "dde-source" or "dde-connection" or "dde-connection-decl" or "dde-connection-decls" or "dde-links" or "dde-link" => "OD-05",
            "forms" or "control" or "connection-resource" => "OD-06",
            _ when name.StartsWith("database-", StringComparison.Ordinal) => "OD-06",
            _ => "",
        };
    }

    /// <summary>Extensions of the programs that OpenDocument comes from: how something looks, never what it does.</summary>
    internal static bool IsOfMaker(string ns) => ns.StartsWith("http://openoffice.org/", StringComparison.Ordinal) || ns.Contains(":documentfoundation:", StringComparison.Ordinal);

    /// <summary>Fields: the text they show stays when they go.</summary>
    internal static bool ShowsText(string ns, string name) => ns == OdfAllow.Text && name is "execute-macro" or "database-display" or "database-name" or "database-row-number" or "dde-connection" or "drop-down";
}
