using Sekisho.Kernel;

namespace Sekisho.Verifying;

/// <summary>What the second reader says about an output.</summary>
/// <param name="Ok">Nothing forbidden was found and the structure is the one our writers make.</param>
/// <param name="Digest">SHA-256 of exactly the bytes that were read: the parent releases only bytes with this digest.</param>
/// <param name="Forbidden">Codes with places, at most 100; empty when <paramref name="Ok"/>.</param>
public sealed record VerifyResult(bool Ok, Digest Digest, IReadOnlyList<string> Forbidden);
