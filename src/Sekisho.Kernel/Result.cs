using System.Diagnostics.CodeAnalysis;

namespace Sekisho.Kernel;

/// <summary>Either a value or the refusals that explain why there is none. A bug is an exception, never a refusal.</summary>
public readonly struct Result<T>
{
    private readonly T? value;
    private readonly IReadOnlyList<Refusal>? refusals;
    private Result(T value) => (this.value, refusals) = (value, null);
    private Result(IReadOnlyList<Refusal> refusals) => (value, this.refusals) = (default, refusals);

    [MemberNotNullWhen(true, nameof(value))]
    public bool IsOk => refusals is null;
    public T Value => refusals is null ? value! : throw new InvalidOperationException("Refused: " + string.Join(" / ", refusals));
    public IReadOnlyList<Refusal> Refusals => refusals ?? [];

    public static implicit operator Result<T>(T value) => new(value);
    public static implicit operator Result<T>(Refusal refusal) => new([refusal]);
    /// <exception cref="ArgumentException">The list is empty.</exception>
    public static Result<T> Refused(IReadOnlyList<Refusal> refusals) =>
        refusals.Count > 0 ? new(refusals) : throw new ArgumentException("A refusal needs a reason.", nameof(refusals));
    public Result<TOther> As<TOther>() => Result<TOther>.Refused(Refusals);
}
