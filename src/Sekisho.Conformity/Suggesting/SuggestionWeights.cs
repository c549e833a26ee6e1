namespace Sekisho.Conformity.Suggesting;

/// <summary>
/// How much each kind of likeness counts. Found by cross-validation over the known cities (`./bench suggest`), never on the city that is asked about.
/// </summary>
/// <param name="Cover">0 to 1: "how much of the asked sentence is in the known one" against "how alike are the two".</param>
/// <param name="Article">0 to 1: the article's heading against the words.</param>
/// <param name="Part">Added when both stand in the same kind of part.</param>
/// <param name="Neighbours">How many of the most alike count.</param>
/// <param name="Power">How much faster a nearer one counts.</param>
/// <param name="Later">A known sentence's second control counts 1/(1+Later) of its first.</param>
/// <param name="Phrase">Weight of the packs' own words.</param>
/// <param name="Catalogue">Weight of the controls' titles and statements.</param>
/// <param name="CatalogueArticle">0 to 1: the article's heading against the catalogue's words.</param>
/// <param name="CataloguePower">As <paramref name="Power"/>, for the catalogue.</param>
public sealed record SuggestionWeights(
    double Cover, double Article, double Part, int Neighbours, double Power, double Later, double Phrase, double Catalogue, double CatalogueArticle, double CataloguePower)
{
    /// <summary>The weights in use: tuned over the five cities with only what the repository holds.</summary>
    public static SuggestionWeights Tuned { get; } = new(0, 0.1, 0.2, 12, 3, 0, 0.5, 1.5, 0.2, 1);
}
