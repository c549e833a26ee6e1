using Npgsql;
using Sekisho.Platform.Keys;

namespace Sekisho.Platform.Ledger;

/// <summary>The checkpoints one verification compares with, from all places, by size.</summary>
internal sealed class CheckpointSet(NoteKeys keys)
{
    private readonly SortedDictionary<long, List<Checkpoint>> bySize = [];

    public int Count { get; private set; }
    /// <summary>Size of the largest checkpoint; 0 without any.</summary>
    public long Largest { get; private set; }
    /// <summary>A checkpoint row or note that is not what it says or not signed by the key; the first one.</summary>
    public LedgerFault? Foreign { get; private set; }

    public async Task AddDatabaseAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select size, origin, root, sealed_at, note from platform.checkpoint order by size", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var size = reader.GetInt64(0);
            var checkpoint = CheckpointNotes.Read(reader.GetString(4), keys);
            if (checkpoint is null || checkpoint.Size != size || !string.Equals(checkpoint.Origin, reader.GetString(1), StringComparison.Ordinal)
                || !checkpoint.Root.AsSpan().SequenceEqual(reader.GetFieldValue<byte[]>(2)) || checkpoint.SealedAt != reader.GetFieldValue<DateTimeOffset>(3))
                Foreign ??= new(LedgerFaultKind.CheckpointMismatch, size, "a checkpoint row differs from its note or is not signed by this key");
            else
                Add(checkpoint);
        }
    }

    /// <summary>Texts from outside, each with one note or several.</summary>
    public void AddOutside(IReadOnlyList<string> texts)
    {
        foreach (var note in texts.SelectMany(NotesOf))
        {
            if (CheckpointNotes.Read(note, keys) is { } checkpoint) Add(checkpoint);
            else Foreign ??= new(LedgerFaultKind.CheckpointMismatch, 0, "a checkpoint from outside is not signed by this key");
        }
    }

    public bool Has(long size) => bySize.ContainsKey(size);

    /// <summary>A checkpoint of this size that signed another root; null when all agree.</summary>
    public Checkpoint? Contradicting(long size, Func<byte[]> root)
    {
        if (!bySize.TryGetValue(size, out var list)) return null;
        var actual = root();
        return list.Find(c => !c.Root.AsSpan().SequenceEqual(actual));
    }

    /// <summary>A checkpoint that covers more than there is: an honest ledger only grows. One of an earlier origin names what a restore lost.</summary>
    public LedgerFault? Beyond(long size, string? origin, string? continues)
    {
        var beyond = bySize.Where(p => p.Key > size).SelectMany(p => p.Value).FirstOrDefault();
        if (beyond is null) return null;
        var lost = continues is not null && !string.Equals(beyond.Origin, origin, StringComparison.Ordinal);
        return new(LedgerFaultKind.Truncated, size, lost
            ? $"checkpoint {beyond.Line} is of an earlier origin; this ledger continues {continues} and does not hold what came after it"
            : $"checkpoint {beyond.Line} covers leaves that are not there");
    }

    // A text without any signature line is passed on whole, so that it is refused and not overlooked.
    private static IEnumerable<string> NotesOf(string text)
    {
        var notes = CheckpointNotes.Split(text).ToList();
        return notes.Count > 0 ? notes : [text];
    }

    private void Add(Checkpoint checkpoint)
    {
        if (!bySize.TryGetValue(checkpoint.Size, out var list)) bySize[checkpoint.Size] = list = [];
        if (list.Any(c => string.Equals(c.Body, checkpoint.Body, StringComparison.Ordinal))) return;
        list.Add(checkpoint);
        Count++;
        Largest = Math.Max(Largest, checkpoint.Size);
    }
}
