using System.Globalization;
using System.Text;

namespace Sekisho.Verifying.Pdf;

/// <summary>Reads values in the one form our writer gives them: no comments, no literal strings, single separators, escapes in capitals.</summary>
internal sealed class PdfText(byte[] b, int at)
{
    private const int MaxDepth = 60;

    internal int At { get; private set; } = at;

    internal void Expect(string text)
    {
        if (At + text.Length > b.Length || !Encoding.Latin1.GetString(b, At, text.Length).Equals(text, StringComparison.Ordinal)) throw new Refused("pdf:" + text.Trim());
        At += text.Length;
    }

    internal bool Next(string text) => At + text.Length <= b.Length && Encoding.Latin1.GetString(b, At, text.Length).Equals(text, StringComparison.Ordinal);

    internal int Whole()
    {
        var from = At;
        while (At < b.Length && b[At] is >= (byte)'0' and <= (byte)'9' && At - from < 10) At++;
        return At > from && int.TryParse(Encoding.ASCII.GetString(b, from, At - from), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : throw new Refused("pdf:number");
    }

    internal Node Value(int depth = 0)
    {
        if (depth > MaxDepth) throw new Refused("pdf:depth");
        if (At >= b.Length) throw new Refused("pdf:end");
        if (Next("<<")) return Dictionary(depth);
        switch ((char)b[At])
        {
            case '/': return new() { Kind = '/', Text = Name() };
            case '<': return Text();
            case '[': return Array(depth);
            case 't': Expect("true"); return new() { Kind = 'b', Text = "true" };
            case 'f': Expect("false"); return new() { Kind = 'b', Text = "false" };
            case 'n': Expect("null"); return new() { Kind = 'z' };
            default: return NumberOrReference();
        }
    }

    private Node NumberOrReference()
    {
        var from = At;
        while (At < b.Length && b[At] is (>= (byte)'0' and <= (byte)'9') or (byte)'-' or (byte)'.') At++;
        var text = Encoding.ASCII.GetString(b, from, At - from);
        if (Next(" 0 R") && text.All(char.IsAsciiDigit))
        {
            At += 4;
            return new() { Kind = 'r', Number = int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) };
        }
        return text.Length is > 0 and <= 32 && double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? new() { Kind = 'n', Number = value } : throw new Refused("pdf:number");
    }

    internal string Name()
    {
        Expect("/");
        var name = new StringBuilder();
        for (; At < b.Length && b[At] is > 32 and < 127 && "()<>[]{}/%".IndexOf((char)b[At], StringComparison.Ordinal) < 0; At++)
        {
            if (b[At] != '#') { name.Append((char)b[At]); continue; }
            name.Append((char)Hex(At + 1));
            At += 2;
        }
        return name.ToString();
    }

    private int Hex(int place) => place + 2 <= b.Length && int.TryParse(Encoding.ASCII.GetString(b, place, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) ? value : throw new Refused("pdf:escape");

    private Node Text()
    {
        Expect("<");
        var end = b.AsSpan(At).IndexOf((byte)'>');
        if (end < 0) throw new Refused("pdf:string");
        var bytes = Convert.FromHexString(Encoding.ASCII.GetString(b, At, end));
        At += end + 1;
        return new() { Kind = 's', Bytes = bytes };
    }

    private Node Array(int depth)
    {
        Expect("[");
        var node = new Node { Kind = '[' };
        while (!Next("]"))
        {
            if (node.Items.Count > 0) Expect(" ");
            node.Items.Add(Value(depth + 1));
        }
        Expect("]");
        return node;
    }

    private Node Dictionary(int depth)
    {
        Expect("<<");
        var node = new Node { Kind = '{' };
        while (!Next(">>"))
        {
            var key = Name();
            Expect(" ");
            if (!node.Keys.TryAdd(key, Value(depth + 1))) throw new Refused("pdf:twice:" + key);
        }
        Expect(">>");
        return node;
    }
}
