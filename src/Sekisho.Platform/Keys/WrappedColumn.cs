namespace Sekisho.Platform.Keys;

/// <summary>A column that holds values wrapped by the key file, so that a rotation wraps them again. Modules register theirs as a service.</summary>
/// <param name="Table">Schema and table.</param>
/// <param name="Id">Key column; its text follows <paramref name="Label"/> in the associated data when that ends in a colon.</param>
/// <param name="Column">The wrapped value; null is left alone.</param>
/// <param name="Label">Associated data as given to <see cref="KeyFile.Wrap"/>: "purpose:" + id, or a constant.</param>
public sealed record WrappedColumn(string Table, string Id, string Column, string Label);
