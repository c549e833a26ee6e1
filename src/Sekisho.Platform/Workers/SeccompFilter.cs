using System.Buffers.Binary;

namespace Sekisho.Platform.Workers;

/// <summary>
/// Writes the classic BPF program that bubblewrap loads with <c>--seccomp</c> (seccomp(2), linux/filter.h): an allow list for x86-64.
/// A foreign architecture kills the process; a call outside the list answers ENOSYS.
/// </summary>
internal static class SeccompFilter
{
    private const ushort LoadWord = 0x20, JumpEqual = 0x15, JumpGreaterOrEqual = 0x35, JumpSet = 0x45, Return = 0x06;
    private const uint OffsetNumber = 0, OffsetArchitecture = 4, OffsetFirstArgument = 16;
    private const uint X64 = 0xC000003E, FirstX32Number = 0x40000000, CloneThread = 0x00010000, Unix = 1;
    private const uint Allow = 0x7FFF0000, KillProcess = 0x80000000, NotImplemented = 0x00050000 | 38, NotPermitted = 0x00050000 | 1;

    /// <summary>The program's bytes for the given calls; clone is allowed for threads only unless the list names it.</summary>
    internal static byte[] For(IReadOnlySet<int> allowed)
    {
        var p = new List<(ushort Code, byte True, byte False, uint Value)>
        {
            (LoadWord, 0, 0, OffsetArchitecture),
            (JumpEqual, 1, 0, X64),
            (Return, 0, 0, KillProcess),
            (LoadWord, 0, 0, OffsetNumber),
            (JumpGreaterOrEqual, 0, 1, FirstX32Number),
            (Return, 0, 0, NotImplemented),
        };
        // Each test is followed by its own answer: no jump is ever longer than one instruction, whatever the length of the list.
        foreach (var number in allowed.Order())
        {
            if (number == SyscallList.Socket)
            {
                p.AddRange(ThisMachineOnly());
                continue;
            }
            p.Add((JumpEqual, 0, 1, (uint)number));
            p.Add((Return, 0, 0, Allow));
        }
        if (!allowed.Contains(SyscallList.Clone)) p.AddRange(ThreadsOnly());
        p.Add((Return, 0, 0, NotImplemented));
        return Bytes(p);
    }

    private static IEnumerable<(ushort, byte, byte, uint)> ThreadsOnly() =>
    [
        (JumpEqual, 0, 4, SyscallList.Clone),
        (LoadWord, 0, 0, OffsetFirstArgument),
        (JumpSet, 0, 1, CloneThread),
        (Return, 0, 0, Allow),
        (Return, 0, 0, NotPermitted),
    ];

    /// <summary>AF_UNIX alone; what follows looks at the number of the call again.</summary>
    private static IEnumerable<(ushort, byte, byte, uint)> ThisMachineOnly() =>
    [
        (JumpEqual, 0, 4, SyscallList.Socket),
        (LoadWord, 0, 0, OffsetFirstArgument),
        (JumpEqual, 0, 1, Unix),
        (Return, 0, 0, Allow),
        (Return, 0, 0, NotPermitted),
    ];

    private static byte[] Bytes(List<(ushort Code, byte True, byte False, uint Value)> program)
    {
        var bytes = new byte[program.Count * 8];
        for (var i = 0; i < program.Count; i++)
        {
            var at = bytes.AsSpan(i * 8, 8);
            BinaryPrimitives.WriteUInt16LittleEndian(at, program[i].Code);
            (at[2], at[3]) = (program[i].True, program[i].False);
            BinaryPrimitives.WriteUInt32LittleEndian(at[4..], program[i].Value);
        }
        return bytes;
    }
}
