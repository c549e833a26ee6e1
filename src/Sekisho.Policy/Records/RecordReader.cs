using Microsoft.EntityFrameworkCore;
using Sekisho.Platform;

namespace Sekisho.Policy.Records;

/// <summary>Reading side of records.</summary>
internal sealed class RecordReader(Database database)
{
    public async Task<(IReadOnlyList<RecordItem> Items, IReadOnlyList<RecordClassRow> Classes)> ReadAsync(CancellationToken ct)
    {
        await using var read = await database.ReadAsync(ct);
        var context = read.Context<DocumentsContext>();
        return (await RecordList.ReadAsync(context, ct), await context.RecordClasses.AsNoTracking().OrderBy(c => c.Code).ToListAsync(ct));
    }
}
