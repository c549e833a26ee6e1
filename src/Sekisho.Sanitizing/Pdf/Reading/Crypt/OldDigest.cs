using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Sekisho.Sanitizing.Pdf.Reading.Crypt;

/// <summary>MD5 as files of revisions 2 to 4 derive their keys with it (ISO 32000-1 §7.6). Only to read them; nothing of ours trusts it.</summary>
internal static class OldDigest
{
    [SuppressMessage("Security", "CA5351:Do Not Use Broken Cryptographic Algorithms", Justification = "The format prescribes it; the file is hostile whatever its key.")]
    internal static byte[] Of(ReadOnlySpan<byte> data) => MD5.HashData(data);
}
