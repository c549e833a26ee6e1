using Sekisho.Conformity.Rules;
using Sekisho.Kernel;
using Sekisho.Kernel.Ledger;

namespace Sekisho.Conformity.Judging;

/// <summary>A time as a fact wrote it. Where one of two is a bare day, days are compared: an hour says nothing about a day.</summary>
internal readonly record struct Moment(DateTimeOffset At, bool IsDay)
{
    /// <summary>Null when the field holds no time.</summary>
    public static Moment? Of(SealedRecord record, string field) =>
        FieldReader.Time(record, field) is { } at ? new Moment(at, FieldReader.IsDay(record, field)) : null;

    public Moment Plus(RuleScope scope, IReadOnlyList<Operand>? spans) => this with { At = (spans ?? []).Aggregate(At, scope.Later) };
    public bool IsAfter(Moment other) => IsDay || other.IsDay ? JapanTime.Day(At) > JapanTime.Day(other.At) : At > other.At;

    /// <summary>Whether it lies longer ago than all the spans together.</summary>
    public bool IsOlder(RuleScope scope, IReadOnlyList<Operand> spans)
    {
        var limit = scope.Ago(spans);
        return IsDay && spans.All(s => scope.Span(s).CountsDays) ? JapanTime.Day(At) < JapanTime.Day(limit) : At < limit;
    }
}
