namespace Sekisho.Tests.Support;

/// <summary>The rows of the sanitising matrix a test proves; the coverage list is made from these.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = false)]
internal sealed class MatrixRowAttribute(params string[] rows) : Attribute
{
    public IReadOnlyList<string> Rows { get; } = rows;
    /// <summary>True when the test shows that harmless input of the same shape is kept.</summary>
    public bool NearMiss { get; init; }
}
