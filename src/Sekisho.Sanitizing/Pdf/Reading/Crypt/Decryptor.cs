using System.Security.Cryptography;
using Sekisho.Kernel;

namespace Sekisho.Sanitizing.Pdf.Reading.Crypt;

/// <summary>Opens what the standard security handler closed (PD-13): RC4 of 40 to 128 bits, AES-128, AES-256, crypt filters.</summary>
internal sealed class Decryptor(byte[] key, Method strings, Method streams, Dictionary<string, Method> filters, bool modern, bool metadata)
{
    /// <summary>The empty password did not open it: a typed one did.</summary>
    internal bool NeededPassword { get; private init; }

    /// <summary>Tries the empty password, then the given one. Held when neither opens; blocked for handlers we do not know (public key).</summary>
    internal static Decryptor Open(PdfDict encrypt, byte[] id, string? password, Func<PdfObj, PdfObj> resolve)
    {
        if (encrypt["Filter"] is not PdfName { Value: "Standard" }) throw new FileStop("PD-13", Outcome.Blocked, "Encrypt");
        var version = encrypt["V"] is PdfNum v ? v.Int : 0;
        if (version is not (1 or 2 or 4 or 5)) throw new FileStop("PD-13", Outcome.Blocked, "Encrypt");
        var open = FileKey.Find(encrypt, id, "");
        var key = open ?? (password is null ? null : FileKey.Find(encrypt, id, password)) ?? throw new FileStop("PD-13", Outcome.Held, "Encrypt");
        var filters = new Dictionary<string, Method>(StringComparer.Ordinal) { ["Identity"] = Method.None };
        if (version >= 4 && resolve(encrypt["CF"]) is PdfDict named)
            foreach (var (name, value) in named.Items)
                filters[name] = ((resolve(value) as PdfDict)?["CFM"] as PdfName)?.Value switch { "V2" => Method.Rc4, "AESV2" or "AESV3" => Method.Aes, _ => Method.None };
        var modern = version == 5;
        var metadata = encrypt["EncryptMetadata"] is not PdfBool { Value: false };
        return version < 4 ? new(key, Method.Rc4, Method.Rc4, filters, modern, metadata) { NeededPassword = open is null } : new(key, Of("StrF"), Of("StmF"), filters, modern, metadata) { NeededPassword = open is null };

        Method Of(string which) => encrypt[which] is PdfName name && filters.TryGetValue(name.Value, out var method) ? method : Method.None;
    }

    /// <summary>The object with its strings in clear.</summary>
    internal PdfObj Strings(PdfObj value, int number, int generation)
    {
        switch (value)
        {
            case PdfText text: return new PdfText(Apply(strings, text.Bytes, number, generation).ToArray());
            case PdfList list:
                for (var i = 0; i < list.Count; i++) list.Items[i] = Strings(list.Items[i], number, generation);
                return list;
            case PdfDict dict:
                foreach (var name in dict.Items.Keys.ToList()) dict[name] = Strings(dict[name], number, generation);
                return dict;
            case PdfStream stream:
                if (stream.Dict["Type"] is not PdfName { Value: "XRef" }) Strings(stream.Dict, number, generation);
                return stream;
            default: return value;
        }
    }

    internal ReadOnlyMemory<byte> Stream(PdfStream stream, Func<PdfObj, PdfObj> resolve)
    {
        var method = streams;
        if (!metadata && stream.Dict["Type"] is PdfName { Value: "Metadata" }) method = Method.None;
        var filter = StreamData.Filters(stream.Dict, resolve).FirstOrDefault(f => f.Name == "Crypt");
        if (filter is not null) method = filter.Parameters["Name"] is PdfName name ? filters.GetValueOrDefault(name.Value, Method.None) : Method.None;
        return Apply(method, stream.Raw, stream.Number, stream.Generation);
    }

    private ReadOnlyMemory<byte> Apply(Method method, ReadOnlyMemory<byte> data, int number, int generation)
    {
        if (method == Method.None || data.IsEmpty) return data;
        var own = modern ? key : ObjectKey(number, generation, method == Method.Aes);
        if (method == Method.Rc4) return Rc4.Apply(own, data.Span);
        // The first block is the vector; a cut last block is left out, a wrong padding kept.
        var length = (data.Length - 16) / 16 * 16;
        if (length <= 0) return ReadOnlyMemory<byte>.Empty;
        using var aes = Aes.Create();
        aes.Key = own;
        var clear = aes.DecryptCbc(data.Span.Slice(16, length), data.Span[..16], PaddingMode.None);
        var padding = clear[^1];
        return padding is >= 1 and <= 16 ? clear.AsMemory(0, clear.Length - padding) : clear;
    }

    private byte[] ObjectKey(int number, int generation, bool aes)
    {
        byte[] salt = aes ? "sAlT"u8.ToArray() : [];
        var hash = OldDigest.Of([.. key, (byte)(number & 255), (byte)((number >> 8) & 255), (byte)((number >> 16) & 255), (byte)(generation & 255), (byte)((generation >> 8) & 255), .. salt]);
        return hash[..Math.Min(16, key.Length + 5)];
    }
}
