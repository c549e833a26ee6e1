using Sekisho.Platform;
using Sekisho.Shell.Routing;

namespace Sekisho.Shell.Search;

/// <summary>What a module lets people find. Registered with the services; asked one after another inside one reading scope.</summary>
public interface ISearchSource
{
    /// <summary>Heading of its hits.</summary>
    string WordKey { get; }

    int Order { get; }

    /// <summary>At most <paramref name="limit"/> hits this person may see; walls hold in the query itself. <paramref name="folded"/> is the form of Sekisho.Kernel.Text.SearchFold.</summary>
    Task<IReadOnlyList<SearchHit>> FindAsync(ReadScope read, string text, string folded, Current current, int limit, CancellationToken ct);
}
