using System.Security.Cryptography;

namespace Sekisho.Kernel;

/// <summary>Where identifiers come from. The real one is random; tests and the demo give a seeded one.</summary>
public abstract class IdSource
{
    public static IdSource Random { get; } = new RandomIds();
    public abstract Guid Next();

    /// <summary>A repeatable source: the n-th id is a digest of the seed and n.</summary>
    public static IdSource Seeded(string seed) => new SeededIds(seed);

    private sealed class RandomIds : IdSource
    {
#pragma warning disable RS0030 // The one place where chance enters; everybody else takes an IdSource.
        public override Guid Next() => new(RandomNumberGenerator.GetBytes(16));
#pragma warning restore RS0030
    }

    private sealed class SeededIds(string seed) : IdSource
    {
        private long count;
        public override Guid Next() =>
            new(Digest.OfText(seed + "/" + Interlocked.Increment(ref count).ToString(System.Globalization.CultureInfo.InvariantCulture)).ToBytes().AsSpan(0, 16));
    }
}
