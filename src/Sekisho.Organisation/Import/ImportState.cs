using Sekisho.Organisation.Model;

namespace Sekisho.Organisation.Import;

/// <summary>The roster while files are read into it: rows by key, replaced by what the file says, versions kept.</summary>
internal sealed class ImportState
{
    private readonly Dictionary<Type, Dictionary<string, object>> tables = [];
    private readonly Roster start;

    public ImportState(Roster roster)
    {
        start = roster;
        foreach (var row in roster.Rows) Table(row.GetType())[RowKey.Of(row)] = row;
    }

    public T? Find<T>(string key) where T : class => Table(typeof(T)).GetValueOrDefault(key) as T;

    public IEnumerable<T> All<T>() => Table(typeof(T)).Values.Cast<T>();

    /// <summary>Puts the row in the place of the one with its key.</summary>
    /// <returns>True when the row says something new.</returns>
    public bool Put<T>(T row) where T : class
    {
        var table = Table(typeof(T));
        var key = RowKey.Of(row);
        var was = table.GetValueOrDefault(key);
        table[key] = row;
        return !row.Equals(was);
    }

    public Roster Roster() => start with
    {
        Organs = List<Organ>(), Units = List<Unit>(), Successions = List<UnitSuccession>(), Posts = List<Post>(), Traits = List<PostTrait>(),
        Persons = List<Person>(), States = List<PersonState>(), Tenures = List<Tenure>(), Charges = List<Charge>(), Nominations = List<Nomination>(),
    };

    private Dictionary<string, object> Table(Type type) =>
        tables.TryGetValue(type, out var table) ? table : tables[type] = new Dictionary<string, object>(StringComparer.Ordinal);

    private List<T> List<T>() => [.. All<T>()];
}
