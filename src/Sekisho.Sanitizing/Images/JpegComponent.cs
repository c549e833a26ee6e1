namespace Sekisho.Sanitizing.Images;

/// <summary>One colour component: sampling, table, blocks as stored for whole units.</summary>
internal sealed class JpegComponent(int id, int h, int v, int table)
{
    internal int Id => id;
    internal int H => h;
    internal int V => v;
    internal int Table => table;
    /// <summary>Blocks a row, padded to whole units.</summary>
    internal int Stride { get; set; }
    /// <summary>Blocks that show something, for scans of this component alone.</summary>
    internal int Across { get; set; }
    internal int Down { get; set; }
    internal short[] Blocks { get; set; } = [];
}
