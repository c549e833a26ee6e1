using System.Globalization;
using System.Text;
using Sekisho.Kernel;
using Sekisho.Verifying.Mail;

namespace Sekisho.Verifying.Locking;

/// <summary>A message of ours that was verified, with some of its files in locked archives; every other byte stays.</summary>
internal static class LockedMail
{
    private const int Piece = 54, Line = 57;

    /// <param name="isMeant">Told the digest of each file: true for one that is to be locked.</param>
    internal static (byte[] Bytes, int Locked) Write(byte[] mail, Func<Digest, bool> isMeant, string password, Func<byte[]> salt)
    {
        var text = Encoding.Latin1.GetString(mail);
        var (fields, at) = MailFields.Read(text, 0, "");
        var boundary = "--" + MailFields.Parameter(MailFields.Get(fields, "Content-Type"), "boundary");
        if (boundary.Length < 4) return (mail, 0);
        var made = new StringBuilder(text.Length).Append(text, 0, at);
        var locked = 0;
        while (string.CompareOrdinal(text, at, boundary + "\r\n", 0, boundary.Length + 2) == 0)
        {
            var end = text.IndexOf("\r\n" + boundary, at + boundary.Length, StringComparison.Ordinal) + 2;
            var (part, body) = MailFields.Read(text, at + boundary.Length + 2, "");
            var name = MailFields.Parameter(MailFields.Get(part, "Content-Disposition"), "filename");
            var data = name.Length == 0 || body > end - 2 ? [] : MailFields.Decode(text[body..(end - 2)], MailFields.Get(part, "Content-Transfer-Encoding"), "");
            if (name.Length > 0 && isMeant(Digest.Of(data)))
            {
                var (zip, zipName) = LockedOutput.Whole(data, name, password, salt);
                made.Append(boundary).Append("\r\n");
                Part(made, zip, zipName);
                locked++;
            }
            else made.Append(text, at, end - at);
            at = end;
        }
        made.Append(text, at, text.Length - at);
        return (Encoding.Latin1.GetBytes(made.ToString()), locked);
    }

    private static void Part(StringBuilder to, byte[] data, string name)
    {
        to.Append("Content-Type: application/zip\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment");
        var written = string.Concat(Encoding.UTF8.GetBytes(name).Select(b => char.IsAsciiLetterOrDigit((char)b) || b is (byte)'.' or (byte)'-' or (byte)'_' ? ((char)b).ToString() : string.Create(CultureInfo.InvariantCulture, $"%{b:X2}")));
        for (int at = 0, n = 0; at < written.Length; n++)
        {
            var length = Math.Min(Piece, written.Length - at);
            // A piece never ends inside "%E3".
            if (at + length < written.Length && written.LastIndexOf('%', at + length - 1) is var cut && cut > at && cut > at + length - 3) length = cut - at;
            to.Append(CultureInfo.InvariantCulture, $";\r\n filename*{n}*={(n == 0 ? "UTF-8''" : "")}").Append(written, at, length);
            at += length;
        }
        to.Append("\r\n\r\n");
        for (var at = 0; at < data.Length; at += Line) to.Append(Convert.ToBase64String(data, at, Math.Min(Line, data.Length - at))).Append("\r\n");
    }
}
