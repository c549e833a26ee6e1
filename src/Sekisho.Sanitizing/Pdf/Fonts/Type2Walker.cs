namespace Sekisho.Sanitizing.Pdf.Fonts;

/// <summary>
/// Walks a Type 2 glyph program (Adobe TN 5177) without drawing: every number, every operator from the list, every subroutine, bounded
/// stack, depth and steps. Arithmetic and storage operators, which outlines do not need, are refused.
/// </summary>
internal sealed class Type2Walker(List<byte[]> global)
{
    private const int MaxStack = 48 * 4, MaxDepth = 10, MaxSteps = 200_000;
    private readonly List<double> stack = [];
    private List<byte[]> local = [];
    private int hints, steps;
    private bool ended;

    internal bool Holds(byte[] program, List<byte[]> subroutines)
    {
        stack.Clear();
        (local, hints, steps, ended) = (subroutines, 0, 0, false);
        return Walk(program, 0);
    }

    private bool Walk(byte[] p, int depth)
    {
        if (depth > MaxDepth) return false;
        for (var at = 0; at < p.Length && !ended;)
        {
            if (++steps > MaxSteps) return false;
            int c = p[at++];
            if (c is >= 32 or 28)
            {
                if (!Number(p, c, ref at)) return false;
                continue;
            }
            switch (c)
            {
                case 11: return true;
                case 14: ended = true; return true;
                case 10 or 29: if (!Call(c == 10 ? local : global, depth)) return false; break;
                case 1 or 3 or 18 or 23: hints += stack.Count / 2; stack.Clear(); break;
                case 19 or 20:
                    hints += stack.Count / 2;
                    stack.Clear();
                    at += (hints + 7) / 8;
                    break;
                case 4 or 5 or 6 or 7 or 8 or 21 or 22 or 24 or 25 or 26 or 27 or 30 or 31: stack.Clear(); break;
                case 12:
                    if (at >= p.Length || !Escaped(p[at++])) return false;
                    break;
                default: return false;
            }
        }
        return true;
    }

    private bool Escaped(int c)
    {
        if (c is 34 or 35 or 36 or 37) { stack.Clear(); return true; }
        // div: two numbers become one.
        if (c != 12 || stack.Count < 2) return false;
        stack.RemoveAt(stack.Count - 1);
        return true;
    }

    private bool Number(byte[] p, int c, ref int at)
    {
        var more = c switch { 28 => 2, 255 => 4, >= 247 => 1, _ => 0 };
        if (at + more > p.Length || stack.Count >= MaxStack) return false;
        stack.Add(c switch
        {
            28 => BigEndian.S16(p, at),
            255 => BigEndian.S16(p, at),
            >= 251 => (-(c - 251) * 256) - p[at] - 108,
            >= 247 => ((c - 247) * 256) + p[at] + 108,
            _ => c - 139,
        });
        at += more;
        return true;
    }

    private bool Call(List<byte[]> subroutines, int depth)
    {
        if (stack.Count == 0) return false;
        var index = (int)stack[^1] + (subroutines.Count < 1_240 ? 107 : subroutines.Count < 33_900 ? 1_131 : 32_768);
        stack.RemoveAt(stack.Count - 1);
        return index >= 0 && index < subroutines.Count && Walk(subroutines[index], depth + 1);
    }
}
