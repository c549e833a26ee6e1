using System.IO.Compression;
using System.Text;

namespace Sekisho.Journeys.Support;

/// <summary>A mail with an archive that says it is locked by a password: a person has to judge it.</summary>
internal static class LockedMail
{
    private const string Boundary = "=_journey";

    public static string With(string subject, string recipient) => string.Join("\r\n",
        "From: <outside@example.org>", "To: <" + recipient + ">", "Subject: " + subject, "Date: Fri, 20 Nov 2026 09:00:00 +0900",
        "Message-ID: <" + subject + "@example.org>", "MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=\"" + Boundary + "\"", "",
        "--" + Boundary, "Content-Type: text/plain; charset=utf-8", "", "The password comes by telephone.",
        "--" + Boundary, "Content-Type: application/zip; name=photos.zip", "Content-Transfer-Encoding: base64", "Content-Disposition: attachment; filename=photos.zip", "",
        Archive, "--" + Boundary + "--", "");

    /// <summary>The archive as it stands in the mail; nothing of it may arrive.</summary>
    public static string Archive { get; } = Convert.ToBase64String(Locked());

    private static byte[] Locked()
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry("photo.jpg", CompressionLevel.NoCompression).Open()) entry.Write(Encoding.ASCII.GetBytes("0123456789abcdef0123456789abcdef"));
        var bytes = buffer.ToArray();
        bytes[6] |= 1; // APPNOTE 4.4.4, general purpose bit 0: the file is encrypted
        bytes[bytes.AsSpan().IndexOf("PK\u0001\u0002"u8) + 8] |= 1;
        return bytes;
    }
}
