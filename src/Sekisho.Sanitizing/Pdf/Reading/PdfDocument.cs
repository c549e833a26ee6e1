using Sekisho.Kernel;
using Sekisho.Sanitizing.Pdf.Reading.Crypt;

namespace Sekisho.Sanitizing.Pdf.Reading;

/// <summary>
/// The objects of the last revision, loaded when asked for, decrypted, each once. A file that does not hold by its own index throws
/// <see cref="PdfDamage"/>; opened with a guessed index it gives what can be read.
/// </summary>
internal sealed class PdfDocument
{
    private readonly byte[] b;
    private readonly Dictionary<int, XrefEntry> entries;
    private readonly Dictionary<int, PdfObj> loaded = [];
    private readonly Dictionary<int, ObjectStream> containers = [];
    private readonly HashSet<int> loading = [];
    private readonly bool guessed;
    private Decryptor? decryptor;

    internal SanitiseBudget Budget { get; }
    internal PdfDict Trailer { get; }
    /// <summary>Sections of the index; 1 for a file written at once.</summary>
    internal int Sections { get; }
    internal bool IsGuessed => guessed;
    internal bool WasEncrypted => decryptor is not null;
    internal bool NeededPassword => decryptor is { NeededPassword: true };
    internal IEnumerable<int> Numbers => entries.Where(e => !e.Value.IsFree).Select(e => e.Key).Order();

    /// <param name="guess">True: ignore the file's index and look for objects instead.</param>
    internal PdfDocument(byte[] bytes, SanitiseBudget budget, string? password, bool guess)
    {
        (b, Budget, guessed) = (bytes, budget, guess);
        if (guess) (entries, Trailer) = XrefScan.Run(b, budget);
        else
        {
            var table = new XrefTable(b, budget);
            (entries, Trailer, Sections) = (table.Entries, table.Trailer, table.Sections);
        }
        if (Trailer.Has("Encrypt") && Trailer["Encrypt"] is not PdfNull) Unlock(password);
    }

    private void Unlock(string? password)
    {
        var encrypt = Resolve(Trailer["Encrypt"]) as PdfDict ?? throw new PdfDamage("Encrypt");
        // Its own strings are never encrypted; the id of the file is part of the key.
        var id = Resolve(Trailer["ID"]) is PdfList { Count: > 0 } ids && Resolve(ids.Items[0]) is PdfText first ? first.Bytes : [];
        var keys = new PdfDict();
        foreach (var (key, value) in encrypt.Items) keys[key] = Resolve(value);
        decryptor = Decryptor.Open(keys, id, password, Resolve);
        var keep = Trailer["Encrypt"] is PdfRef own ? own.Number : -1;
        foreach (var number in loaded.Keys.Where(n => n != keep).ToList()) loaded.Remove(number);
        containers.Clear();
    }

    /// <summary>Follows references, at most eight in a row.</summary>
    internal PdfObj Resolve(PdfObj value)
    {
        for (var n = 0; value is PdfRef reference; n++)
            value = n < 8 ? Load(reference.Number) : PdfObj.Null;
        return value;
    }

    internal PdfDict? Dict(PdfObj value) => Resolve(value) switch { PdfDict d => d, PdfStream s => s.Dict, _ => null };
    internal PdfList? List(PdfObj value) => Resolve(value) as PdfList;
    internal string? Name(PdfObj value) => (Resolve(value) as PdfName)?.Value;
    internal double? Number(PdfObj value) => (Resolve(value) as PdfNum)?.Value;

    internal PdfObj Load(int number)
    {
        if (loaded.TryGetValue(number, out var known)) return known;
        if (!entries.TryGetValue(number, out var entry) || entry.IsFree) return PdfObj.Null;
        if (!loading.Add(number)) throw new PdfDamage("loop");
        try { return loaded[number] = Read(number, entry); }
        catch (PdfDamage) when (guessed) { return loaded[number] = PdfObj.Null; }
        finally { loading.Remove(number); }
    }

    private PdfObj Read(int number, XrefEntry entry)
    {
        if (entry.Container != 0) return Container(entry.Container).ReadAt(entry.Position, number);
        var (found, value) = PdfBody.ReadAt(b, entry.Position, r => Resolve(r));
        if (found != number) throw new PdfDamage("object number");
        return decryptor is null ? value : decryptor.Strings(value, number, entry.Generation);
    }

    private ObjectStream Container(int number)
    {
        if (containers.TryGetValue(number, out var known)) return known;
        if (entries.TryGetValue(number, out var entry) && entry.Container != 0) throw new FileStop("LM-13", Outcome.Blocked, "object stream");
        if (Load(number) is not PdfStream stream) throw new PdfDamage("object stream");
        return containers[number] = ObjectStream.Open(stream, Budget, Resolve, Raw);
    }

    /// <summary>Bytes of a stream, decrypted, still encoded.</summary>
    internal ReadOnlyMemory<byte> Raw(PdfStream stream) => decryptor is null || stream.Number == 0 || stream.Dict["Type"] is PdfName { Value: "XRef" } ? stream.Raw : decryptor.Stream(stream, Resolve);

    /// <summary>Filters of a stream, names in full.</summary>
    internal IReadOnlyList<StreamFilter> Filters(PdfStream stream) => StreamData.Filters(stream.Dict, Resolve);

    /// <summary>Decodes everything up to a picture filter, which is left for <see cref="StreamFilter"/>'s caller.</summary>
    internal (byte[] Data, StreamFilter? Left) Decode(PdfStream stream, string place, long expected = -1) =>
        StreamData.Decode(Raw(stream), Filters(stream), Budget, place, expected);

    /// <summary>Decodes a stream that is no picture; one behind a picture filter stops the file (PD-16).</summary>
    internal byte[] Bytes(PdfStream stream, string place)
    {
        var (data, left) = Decode(stream, place);
        return left is null ? data : throw new FileStop("PD-16", Outcome.Blocked, place);
    }
}
