using Microsoft.EntityFrameworkCore;
using Sekisho.Access.Passwords;
using Sekisho.Kernel;
using Sekisho.Platform;

namespace Sekisho.Access.Policies;

/// <summary>Reads and changes the rule for signing in. A change is probed at once, so the board never shows yesterday's rule.</summary>
internal sealed class PolicyService(Database database, CommandRunner commands)
{
    /// <summary>Fewest characters by the shared rule ACC-04.</summary>
    private const int Standard = 12;

    public async Task<SignInPolicy> ReadAsync(CancellationToken ct)
    {
        await using var read = await database.ReadAsync(ct);
        return await read.Context<AccessContext>().Policies.SingleAsync(ct);
    }

    public Task<Result<int>> ChangeAsync(Guid commandId, Actor actor, int rowVersion, SignInPolicy wanted, CancellationToken ct) =>
        commands.RunAsync<int>(commandId, "access.policy.change", actor, async (work, inner) =>
        {
            if (Wrong(wanted) is { Count: > 0 } wrong) return Result<int>.Refused(wrong);
            var context = work.Context<AccessContext>();
            var policy = await context.Policies.SingleAsync(inner);
            context.ExpectVersion(policy, rowVersion);
            (policy.MinLength, policy.Blocklist, policy.History, policy.MaxAgeDays) = (wanted.MinLength, wanted.Blocklist, wanted.History, wanted.MaxAgeDays);
            (policy.SecondFactor, policy.ExceptionId) = (wanted.SecondFactor, wanted.ExceptionId);
            await PolicyProbe.WriteAsync(work, policy, inner);
            work.Audit("access.policy.changed", new Dictionary<string, object>(StringComparer.Ordinal) { ["min_length"] = policy.MinLength, ["second_factor"] = policy.SecondFactor });
            return policy.MinLength;
        }, ct);

    private static IReadOnlyList<Refusal> Wrong(SignInPolicy p)
    {
        var wrong = new List<Refusal>();
        if (p.MinLength is < 8 or > 64) wrong.Add(Field("min-length", "最も短い長さは8から64までです。", "数を書き直してください。"));
        if (p is { MinLength: < Standard, ExceptionId: null }) wrong.Add(Field("exception", "基準の12文字より短くするには、特例の番号が要ります。", "承認された特例の番号を書くか、12以上にしてください。"));
        if (p.History is < 0 or > 24) wrong.Add(Field("history", "覚えておく数は0から24までです。", "数を書き直してください。"));
        if (p.MaxAgeDays is < 30 or > 3650) wrong.Add(Field("max-age", "変更の期限は30日から3650日までです。", "数を書き直すか、空にしてください。"));
        if (p.SecondFactor is not (SignInPolicy.ForAll or SignInPolicy.ForAdministrators or SignInPolicy.ForNobody)) wrong.Add(Field("second-factor", "二つ目の要素の範囲が決まっていません。", "一つ選んでください。"));
        return wrong;
    }

    private static Refusal Field(string field, string what, string todo) => new("access.policy", what, todo) { Field = field };
}
