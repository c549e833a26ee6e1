using System.Buffers.Binary;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.Compound;
using Sekisho.Sanitizing.Identification;
using Sekisho.Sanitizing.Legacy;

namespace Sekisho.Sanitizing.Passwords;

/// <summary>
/// OL-07: doc and xls with RC4 ([MS-OFFCRYPTO] 2.3.5, 2.3.6) opened with the password a person typed. The cipher keeps lengths, so the streams are put back where they stood
/// and the mark of encryption is taken off; the converter sees an ordinary file. ppt and the XOR of before 1997 stay held.
/// </summary>
internal static class OldCipher
{
    private const int WordBlock = 512, BookBlock = 1_024, PlainFib = 68, FilePass = 0x2F, BoundSheet = 0x85, Inert = 0x0FFF;

    internal static (byte[] Bytes, CompoundDocument File) Open(byte[] b, CompoundDocument file, FileKind kind, FileContext context, string place, FindingLog log)
    {
        if (!OldOffice.IsEncrypted(file, kind)) return (b, file);
        foreach (var password in EncryptedOffice.Passwords(context.Password))
        {
            if ((kind switch { FileKind.Xls => Book(file, password), FileKind.Doc => Word(file, password), _ => null }) is not { } streams) continue;
            context.Budget.Expand(b.Length, place);
            log.Add("OL-07", context.Password is null ? FindingAction.Rewritten : context.Opened, place);
            var open = file.Replaced(streams);
            return (open, new(open));
        }
        throw new FileStop("OL-07", Outcome.Held, place);
    }

    private static Dictionary<string, byte[]>? Book(CompoundDocument file, string password)
    {
        var name = file.Has("Workbook") ? "Workbook" : "Book";
        if (file.Read(name) is not { } stream) return null;
        var pass = new BiffRecords(stream).FirstOrDefault(r => r.Type == FilePass).Data;
        if (pass.Length < 6 || BinaryPrimitives.ReadUInt16LittleEndian(pass.Span) != 1 || OldKey.For(pass.Span[2..], password) is not { } key) return null;
        var open = key.Apply(stream, BookBlock);
        var output = stream.ToArray();
        for (var at = 0; at + 4 <= stream.Length;)
        {
            int type = BinaryPrimitives.ReadUInt16LittleEndian(stream.AsSpan(at)), length = BinaryPrimitives.ReadUInt16LittleEndian(stream.AsSpan(at + 2));
            if (at + 4 + length > stream.Length) break;
            // Headers of records are never encrypted; of these records nothing is, of a sheet's place only what stands behind it.
            var plain = type is 0x0809 or FilePass or 0xE1 or 0x194 or 0x195 or 0x196 or 0x138 ? length : type == BoundSheet ? Math.Min(4, length) : 0;
            open.AsSpan(at + 4 + plain, length - plain).CopyTo(output.AsSpan(at + 4 + plain));
            if (type == FilePass) BinaryPrimitives.WriteUInt16LittleEndian(output.AsSpan(at), Inert);
            at += 4 + length;
        }
        return new(StringComparer.Ordinal) { [name] = output };
    }

    private static Dictionary<string, byte[]>? Word(CompoundDocument file, string password)
    {
        if (file.Read("WordDocument") is not { Length: > PlainFib } text || (text[11] & 0x80) != 0) return null;
        var name = (text[11] & 2) != 0 ? "1Table" : "0Table";
        var header = BinaryPrimitives.ReadInt32LittleEndian(text.AsSpan(14));
        if (file.Read(name) is not { } table || header < 52 || header > table.Length || OldKey.For(table.AsSpan(0, header), password) is not { } key) return null;
        var streams = new Dictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["WordDocument"] = [.. text[..PlainFib], .. key.Apply(text, WordBlock)[PlainFib..]], [name] = [.. table[..header], .. key.Apply(table, WordBlock)[header..]],
        };
        if (file.Read("Data") is { Length: > 0 } data) streams["Data"] = key.Apply(data, WordBlock);
        var fib = streams["WordDocument"];
        fib[11] &= 0x7E;
        fib.AsSpan(14, 4).Clear();
        return streams;
    }
}
