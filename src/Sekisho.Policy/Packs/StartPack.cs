using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Policy.Suggesting;

namespace Sekisho.Policy.Packs;

/// <summary>A municipality nobody has made a pack for begins its own: named, with a policy to come and no obligation yet. The mapping of its text fills it.</summary>
public sealed class StartPack(ApplyPack apply)
{
    private const int LongestCity = 40;

    /// <param name="code">Two to eight capital letters; part of the obligations' numbers for ever.</param>
    /// <param name="city">The municipality's name.</param>
    /// <returns>The policy's document id.</returns>
    public async Task<Result<string>> RunAsync(Guid commandId, Actor actor, string code, string city, CancellationToken ct)
    {
        var wrong = new List<Refusal>();
        if (code.Length is < 2 or > 8 || code.Any(c => !char.IsAsciiLetterUpper(c))) wrong.Add(new Refusal("policy.start.code", "符号が英大文字2字から8字ではありません。", "「UMB」のように、英大文字だけで書いてください。") { Field = "code" });
        if (city.Length is 0 or > LongestCity) wrong.Add(new Refusal("policy.start.city", "自治体の名がないか、長すぎます。", $"正式な名を{LongestCity}字までで書いてください。") { Field = "city" });
        if (wrong.Count > 0) return Result<string>.Refused(wrong);
        return await apply.RunAsync(commandId, actor, new Conformity.Packs.PackFile(code + "/pack.yaml", PackDraft.Head(code, city, null)), ct);
    }
}
