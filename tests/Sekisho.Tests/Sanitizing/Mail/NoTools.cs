using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing;

namespace Sekisho.Tests.Sanitizing.Mail;

/// <summary>A machine without native decoders: pictures are blocked.</summary>
internal sealed class NoTools : INativeTools
{
    public Untrusted<byte[]>? Run(NativeTool tool, ReadOnlyMemory<byte> input) => null;
}
