using System.Buffers.Binary;
using Sekisho.Kernel;

namespace Sekisho.Sanitizing.Mapi;

/// <summary>The property list inside a TNEF attribute ([MS-OXTNEF] 2.1.3.4): counted, padded to four bytes; named properties are passed over.</summary>
internal ref struct TnefProperties
{
    private const int MostProperties = 2_000, MostValues = 5_000;
    private readonly ReadOnlySpan<byte> body;
    private readonly string place;
    private int at;

    private TnefProperties(ReadOnlySpan<byte> body, string place)
    {
        this.body = body;
        this.place = place;
    }

    internal static void Read(byte[] body, MapiBag into, string place)
    {
        var reader = new TnefProperties(body, place);
        var count = reader.Number();
        if (count > MostProperties) throw reader.Broken();
        for (var i = 0; i < count; i++) reader.One(into);
    }

    private void One(MapiBag into)
    {
        var tag = Number();
        int type = (int)(tag & 0xFFFF), id = (int)(tag >> 16);
        if (id >= 0x8000)
        {
            at += 16;
            if (Number() == 0) Number();
            else Padded(Number());
        }
        var isList = (type & 0x1000) != 0;
        type &= 0xEFFF;
        if (type is MapiBag.String8 or MapiBag.Unicode or MapiBag.Binary or 0x0D)
        {
            var values = Number();
            if (values > MostValues) throw Broken();
            for (var v = 0; v < values; v++)
            {
                var data = Padded(Number()).ToArray();
                if (v == 0 && id < 0x8000) into.Add(id, type == 0x0D ? MapiBag.Binary : type, data);
            }
            return;
        }
        var size = type switch { 2 or 3 or 4 or 0x0A or 0x0B => 4, 5 or 6 or 7 or 0x14 or 0x40 => 8, 0x48 => 16, _ => throw Broken() };
        var number = isList ? Number() : 1;
        if (number > MostValues) throw Broken();
        for (var v = 0; v < number; v++)
        {
            var data = Take(size).ToArray();
            if (v == 0 && id < 0x8000) into.Add(id, type, data);
        }
    }

    private uint Number() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    private ReadOnlySpan<byte> Padded(uint length)
    {
        var data = Take(length);
        at += (int)((4 - length % 4) % 4);
        return data;
    }

    private ReadOnlySpan<byte> Take(long length)
    {
        if (at < 0 || length > body.Length - at) throw Broken();
        var data = body.Slice(at, (int)length);
        at += (int)length;
        return data;
    }

    private readonly FileStop Broken() => new("TN-01", Outcome.Blocked, place);
}
