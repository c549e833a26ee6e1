namespace Sekisho.Hosting;

/// <summary>Whether the parts of a running installation answer. Field names are part of the interface of <c>/healthz</c> and <c>status</c>.</summary>
/// <param name="Database">The database answers.</param>
/// <param name="Scanner">The virus scanner answers; without it mails are held.</param>
/// <param name="Sandbox">Workers can be started; without them mail is answered 451.</param>
/// <param name="Keys">The key-encryption key is at hand; without it mail is answered 451.</param>
/// <param name="Disk">There is room for another mail; without it mail is answered 451.</param>
/// <param name="Detail">Why a part does not answer, as far as it told; empty when all do.</param>
internal sealed record Health(bool Database, bool Scanner, bool Sandbox, bool Keys, bool Disk, string Detail)
{
    /// <summary>Nobody could be asked.</summary>
    internal static Health Unknown { get; } = new(false, false, false, false, false, "");

    internal bool IsGood() => Database && Scanner && Sandbox && Keys && Disk;
}
