namespace Sekisho.Shell.Components;

/// <summary>Path data of <see cref="Glyph"/>: a table.</summary>
internal static class GlyphPaths
{
    public static string Of(Glyph glyph) => glyph switch
    {
        Glyph.Today => "M3 5.5h14v11H3zM3 8.5h14M6.5 3.5v3M13.5 3.5v3M7 12.5l2 2 4-4",
        Glyph.Board => "M3 3h5.5v5.5H3zM11.5 3H17v5.5h-5.5zM3 11.5h5.5V17H3zM11.5 14l2 2 3.5-4",
        Glyph.Article => "M5 2.5h7l3.5 3.5v11.5H5zM12 2.5V6h3.5M7.5 9.5h5.5M7.5 12h5.5M7.5 14.5h3",
        Glyph.Report => "M4 2.5h12v15H4zM7 13.5v-3M10 13.5v-6M13 13.5v-4.5",
        Glyph.Mail => "M2.5 4.5h15v11h-15zM2.5 5.5l7.5 6 7.5-6",
        Glyph.Exchange => "M3 7h12.5M12 3.5L15.5 7 12 10.5M17 13H4.5M8 9.5L4.5 13 8 16.5",
        Glyph.Zones => "M2.5 4.5h4v11h-4zM8 4.5h4v11H8zM13.5 4.5h4v11h-4z",
        Glyph.Logs => "M3 4.5h9M3 8h6M3 11.5h5M3 15h4M12.5 9.5a3.25 3.25 0 1 0 .01 0M15 14.8l2.3 2.3",
        Glyph.Assets => "M3.5 5c0-1.2 2.9-2 6.5-2s6.5.8 6.5 2v10c0 1.2-2.9 2-6.5 2s-6.5-.8-6.5-2zM3.5 5c0 1.2 2.9 2 6.5 2s6.5-.8 6.5-2M3.5 10c0 1.2 2.9 2 6.5 2s6.5-.8 6.5-2",
        Glyph.Tag => "M3 3h6.5l7.5 7.5-6.5 6.5L3 9.5zM6.5 6.5h.01",
        Glyph.Risk => "M3 17V3M3 17h14M6.5 13.5l3-4 2.5 2 4.5-6.5",
        Glyph.Incident => "M5 16.5h10M6.5 14v-4a3.5 3.5 0 0 1 7 0v4zM10 2v2M3.5 5l1.5 1.2M16.5 5L15 6.2",
        Glyph.Committee => "M3 7.5L10 3l7 4.5zM5 7.5V15M8.5 7.5V15M11.5 7.5V15M15 7.5V15M3 16.5h14",
        Glyph.Organisation => "M7.5 2.5h5V6h-5zM2.5 14h5v3.5h-5zM12.5 14h5v3.5h-5zM10 6v4.5M5 14v-3.5h10V14",
        Glyph.Role => "M10 2.75a7.25 7.25 0 1 0 .01 0M7 8h6M7 11.5h6M10 6v8",
        Glyph.Bell => "M5 14.5V9a5 5 0 0 1 10 0v5.5l1 1H4zM8.5 15.5a1.5 1.5 0 0 0 3 0",
        Glyph.Globe => "M10 2.75a7.25 7.25 0 1 0 .01 0M2.75 10h14.5M10 2.75c-4.5 4.6-4.5 9.9 0 14.5M10 2.75c4.5 4.6 4.5 9.9 0 14.5",
        Glyph.Person => "M10 3a3.25 3.25 0 1 0 .01 0M3.5 17c.6-3.4 3-5 6.5-5s5.9 1.6 6.5 5",
        Glyph.Search => "M8.75 3.5a5.25 5.25 0 1 0 .01 0M12.7 12.7l4.3 4.3",
        Glyph.Menu => "M3 5.5h14M3 10h14M3 14.5h14",
        Glyph.Close => "M5 5l10 10M15 5L5 15",
        Glyph.Down => "M5 7.5l5 5 5-5",
        Glyph.Alert => "M10 3l7.5 13.5h-15zM10 8v4M10 14.4v.1",
        Glyph.Info => "M10 2.75a7.25 7.25 0 1 0 .01 0M10 9v5M10 6.2v.1",
        Glyph.Done => "M4 10.5l4 4 8-9",
        Glyph.Key => "M7 6.5a3.75 3.75 0 1 0 .01 0M10.5 10.2H18M15 10.2v3M17.5 10.2v2",
        Glyph.Box => "M3 6.5l7-3.5 7 3.5v7.5l-7 3.5-7-3.5zM3 6.5l7 3.5 7-3.5M10 10v7.5",
        Glyph.Print => "M6 7V3h8v4M6 14H3V7h14v7h-3M6 11.5h8V17H6z",
        Glyph.Plus => "M10 4v12M4 10h12",
        Glyph.Download => "M10 3v9M6 8.5l4 4 4-4M3.5 16.5h13",
        Glyph.Upload => "M10 13V4M6 7.5l4-4 4 4M3.5 16.5h13",
        Glyph.SortBoth => "M6.5 8L10 4.5 13.5 8M6.5 12l3.5 3.5 3.5-3.5",
        Glyph.Clock => "M10 2.75a7.25 7.25 0 1 0 .01 0M10 6v4.2l2.8 1.8",
        Glyph.Shield => "M10 2.5l6.5 2.5v5c0 4-2.8 6.4-6.5 7.5C6.3 16.4 3.5 14 3.5 10V5z",
        Glyph.Gear => "M10 7a3 3 0 1 0 .01 0M10 2.5v2.2M10 15.3v2.2M2.5 10h2.2M15.3 10h2.2M4.7 4.7l1.6 1.6M13.7 13.7l1.6 1.6M4.7 15.3l1.6-1.6M13.7 6.3l1.6-1.6",
        Glyph.Pen => "M3.5 16.5l.8-3.6L13.6 3.600l2.8 2.800-9.300 9.300z",
        _ => throw new ArgumentOutOfRangeException(nameof(glyph)),
    };
}
