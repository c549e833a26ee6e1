namespace Sekisho.Organisation.Model;

/// <summary>An attribute a post has for a time: "head" (長), "vice_mayor", "oversees=planning" (事務分担). Roles can be tied to attributes instead of posts.</summary>
public sealed record PostTrait(string PostCode, string Trait, DateOnly ValidFrom, DateOnly? ValidTo, int RowVersion = 1)
{
    /// <summary>The post is the head of its unit.</summary>
    public const string Head = "head";

    internal Period Period => new(ValidFrom, ValidTo);
}
