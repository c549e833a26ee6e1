namespace Sekisho.Sanitizing.Pdf.Fonts;

/// <summary>Walks a Type 1 glyph program without drawing (Type 1 Font Format §6): operators from the list, bounded stack, depth and steps, and of the other subroutines only flex, hint replacement and counters.</summary>
internal sealed class Type1Walker(IReadOnlyDictionary<int, byte[]> subroutines)
{
    private const int MaxStack = 64, MaxDepth = 12, MaxSteps = 100_000;
    private readonly List<int> stack = [], results = [];
    private int steps;
    private bool ended;

    internal bool Holds(byte[] program)
    {
        stack.Clear();
        results.Clear();
        (steps, ended) = (0, false);
        return Walk(program, 0);
    }

    private bool Walk(byte[] p, int depth)
    {
        if (depth > MaxDepth) return false;
        for (var at = 0; at < p.Length && !ended;)
        {
            if (++steps > MaxSteps || stack.Count > MaxStack) return false;
            int c = p[at++];
            if (c >= 32)
            {
                var more = c == 255 ? 4 : c >= 247 ? 1 : 0;
                if (at + more > p.Length) return false;
                stack.Add(c == 255 ? unchecked((int)BigEndian.U32(p, at)) : c >= 251 ? (-(c - 251) * 256) - p[at] - 108 : c >= 247 ? ((c - 247) * 256) + p[at] + 108 : c - 139);
                at += more;
                continue;
            }
            switch (c)
            {
                case 11: return true;
                case 14: ended = true; return true;
                case 10: if (!Call(depth)) return false; break;
                case 1 or 3 or 4 or 5 or 6 or 7 or 8 or 9 or 13 or 21 or 22 or 30 or 31: stack.Clear(); break;
                case 12: if (at >= p.Length || !Escaped(p[at++])) return false; break;
                default: return false;
            }
        }
        return true;
    }

    private bool Call(int depth) => Pop() is { } index && subroutines.TryGetValue(index, out var body) && Walk(body, depth + 1);

    private int? Pop()
    {
        if (stack.Count == 0) return null;
        var value = stack[^1];
        stack.RemoveAt(stack.Count - 1);
        return value;
    }

    private bool Escaped(int c)
    {
        switch (c)
        {
            case 0 or 1 or 2 or 6 or 7 or 33: stack.Clear(); return true;
            case 12: return Pop() is not (null or 0) and var d && Pop() is { } n && Push(n / d.Value);
            case 16: return Pop() is >= 0 and (<= 3 or 12 or 13) and var which && Pop() is >= 0 and <= 24 and var count && Other(which, count);
            case 17:
                Push(results.Count > 0 ? results[^1] : 0);
                if (results.Count > 0) results.RemoveAt(results.Count - 1);
                return true;
            default: return false;
        }
    }

    private bool Push(int value)
    {
        stack.Add(value);
        return true;
    }

    private bool Other(int which, int count)
    {
        if (stack.Count < count) return false;
        results.Clear();
        for (var i = 0; i < count; i++)
        {
            var value = Pop()!.Value;
            if (which is 0 or 3) results.Insert(0, value);
        }
        if (which == 0 && results.Count == 3) results.RemoveAt(0);
        results.Reverse();
        return true;
    }
}
