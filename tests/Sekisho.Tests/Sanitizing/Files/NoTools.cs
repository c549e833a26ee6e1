using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing;

namespace Sekisho.Tests.Sanitizing.Files;

/// <summary>Every native job fails, as when the sandbox was killed.</summary>
internal sealed class NoTools : INativeTools
{
    public Untrusted<byte[]>? Run(NativeTool tool, ReadOnlyMemory<byte> input) => null;
}
