using System.Text;
using Sekisho.Mime.Charsets;

namespace Sekisho.Sanitizing.Mapi;

/// <summary>Properties of one MAPI object by their number ([MS-OXPROPS]); strings of eight bits are read by the object's code page, or by score where it lies (MS-05).</summary>
internal sealed class MapiBag
{
    internal const int MessageClass = 0x001A, Subject = 0x0037, SubmitTime = 0x0039, SentName = 0x0042, SentAddress = 0x0065, SentSmtp = 0x5D02, RecipientType = 0x0C15, SenderName = 0x0C1A, SenderAddress = 0x0C1F, SenderSmtp = 0x5D01,
        DeliveryTime = 0x0E06, Body = 0x1000, Rtf = 0x1009, Html = 0x1013, MessageId = 0x1035, DisplayName = 0x3001, EmailAddress = 0x3003, Smtp = 0x39FE, CodePage = 0x3FFD, InternetCodePage = 0x3FDE,
        AttachData = 0x3701, AttachShortName = 0x3704, AttachMethod = 0x3705, AttachLongName = 0x3707, AttachPath = 0x3708, AttachMime = 0x370E, AttachLongPath = 0x370D;
    internal const int String8 = 0x1E, Unicode = 0x1F, Binary = 0x102;
    private readonly Dictionary<int, (int Type, byte[] Data)> values = [];

    /// <summary>Numbers as little-endian bytes, strings and binaries as they lie. The first of two wins.</summary>
    internal void Add(int id, int type, byte[] data) => values.TryAdd(id, (type, data));

    internal bool Has(int id) => values.ContainsKey(id);
    internal byte[]? Bytes(int id) => values.TryGetValue(id, out var v) ? v.Data : null;

    internal long? Number(int id)
    {
        if (Bytes(id) is not { Length: >= 4 } data) return null;
        return data.Length >= 8 ? BitConverter.ToInt64(data) : BitConverter.ToInt32(data);
    }

    internal string Text(int id)
    {
        if (!values.TryGetValue(id, out var v)) return "";
        var text = v.Type == Unicode ? Encoding.Unicode.GetString(v.Data.AsSpan(0, v.Data.Length / 2 * 2)) : CharsetDecoder.Decode(v.Data, Label(Number(CodePage) ?? Number(InternetCodePage))).Text;
        return text.TrimEnd('\0');
    }

    /// <summary>The label of a Windows code page; null where the bytes decide.</summary>
    internal static string? Label(long? codePage) => codePage switch
    {
        932 => "cp932", 50220 or 50221 or 50222 => "iso-2022-jp", 51932 or 20932 => "euc-jp", 65001 => "utf-8", 1252 => "windows-1252", _ => null,
    };

    /// <summary>FILETIME: 100 ns since 1601; null outside 1970–2200.</summary>
    internal DateTimeOffset? Time(int id)
    {
        if (Number(id) is not { } ticks || ticks < 116_444_736_000_000_000 || ticks > 189_000_000_000_000_000) return null;
        return new DateTimeOffset(DateTime.FromFileTimeUtc(ticks), TimeSpan.Zero);
    }
}
