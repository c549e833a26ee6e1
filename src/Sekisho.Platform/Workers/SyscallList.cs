using System.Collections.Frozen;

namespace Sekisho.Platform.Workers;

/// <summary>
/// System calls a sandboxed process may make, by their x86-64 numbers. Everything else answers "not implemented", so that the C library
/// takes its older path. Missing on purpose: sockets, ptrace, io_uring, keyrings, mounts, namespaces, shared memory, signals to others.
/// </summary>
internal static class SyscallList
{
    /// <summary>clone: looked at argument by argument, because a thread is fine and a process is not.</summary>
    internal const int Clone = 56;

    private static readonly int[] Common =
    [
        0, 1, 2, 3, 4, 5, 6, 7, 8, // read write open close stat fstat lstat poll lseek
        9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, // mmap mprotect munmap brk sigaction sigprocmask sigreturn ioctl pread pwrite readv writev access pipe
        24, 25, 26, 27, 28, 32, 33, 35, 39, // sched_yield mremap msync mincore madvise dup dup2 nanosleep getpid
        59, 60, 61, 63, 72, 73, 74, 77, 79, 80, 83, 87, 89, // execve and wait4 (bubblewrap itself) exit uname fcntl flock fsync ftruncate getcwd chdir mkdir unlink readlink
        95, 96, 97, 98, 99, 102, 104, 107, 108, 110, // umask gettimeofday getrlimit getrusage sysinfo getuid getgid geteuid getegid getppid
        131, 137, 138, 143, 145, 149, 150, 157, 158, 186, // sigaltstack statfs fstatfs sched_getparam sched_getscheduler mlock munlock prctl arch_prctl gettid
        202, 203, 204, 217, 218, 219, 221, 228, 229, 230, 231, 232, 233, 234, // futex affinity getdents64 set_tid_address restart fadvise clocks exit_group epoll tgkill
        257, 258, 262, 263, 267, 269, 271, 273, 281, 285, // openat mkdirat newfstatat unlinkat readlinkat faccessat ppoll robust_list epoll_pwait fallocate
        290, 291, 292, 293, 302, 318, 319, 324, 326, 332, 334, 439, // eventfd2 epoll_create1 dup3 pipe2 prlimit64 getrandom memfd_create membarrier copy_file_range statx rseq faccessat2
    ];

    /// <summary>A worker: threads, but no process of its own.</summary>
    internal static FrozenSet<int> Worker { get; } = Common.ToFrozenSet();

    /// <summary>A native tool: may also start helpers, rename and set times inside its own temporary folder.</summary>
    internal static FrozenSet<int> Tool { get; } = Common.Concat(
    [
        23, 40, 57, 58, 76, 81, 82, 84, 86, 88, 90, 91, 109, 111, 121, 124, // select sendfile fork vfork truncate fchdir rename rmdir link symlink chmod fchmod setpgid getpgrp getpgid getsid
        132, 235, 261, 264, 268, 280, 316, Clone, // utime utimes futimesat renameat fchmodat utimensat renameat2 clone
    ]).ToFrozenSet();

    /// <summary>socket: looked at, because a socket of this machine is fine and any other is not.</summary>
    internal const int Socket = 41;

    /// <summary>A tool that looks for a twin of itself by a socket (AF_UNIX only): connect, bind, listen, accept, shutdown besides.</summary>
    internal static FrozenSet<int> Pairing { get; } = Tool.Concat([42, 43, 48, 49, 50, Socket]).ToFrozenSet();
}
