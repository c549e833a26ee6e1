namespace Sekisho.Sanitizing.Containers;

/// <summary>One member of a ZIP whose local header and directory record agree.</summary>
/// <param name="RawName">Name bytes as written; decoding is the caller's business (NM-02).</param>
/// <param name="UnicodeName">Name of the 0x7075 extra field, when there is one and its checksum fits <paramref name="RawName"/>.</param>
/// <param name="Flags">General purpose bits; bit 0 encryption, bit 11 UTF-8.</param>
/// <param name="Method">0 stored or 8 deflate for what can be read; other numbers only with encryption.</param>
/// <param name="Start">First byte of the data in the file.</param>
/// <param name="Compressed">Length of the data, bytes.</param>
/// <param name="Size">Declared expanded length, bytes.</param>
/// <param name="Crc">Declared CRC-32 of the expanded data.</param>
/// <param name="UnixMode">Upper 16 bits of the external attributes when the host is Unix, else 0.</param>
internal sealed record ZipEntry(byte[] RawName, string? UnicodeName, int Flags, int Method, int Start, int Compressed, long Size, uint Crc, int UnixMode)
{
    /// <summary>WinZip AES: strength 1–3 and the method below it; null for other members.</summary>
    internal (int Strength, int Method)? Aes { get; init; }
    internal bool IsEncrypted => (Flags & 1) != 0 || Method == 99;
    internal bool IsUtf8 => (Flags & 0x800) != 0;
    internal bool IsDirectory => RawName.Length > 0 && RawName[^1] == (byte)'/';
}
