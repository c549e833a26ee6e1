using Sekisho.Policy.Board;

namespace Sekisho.Policy.Paper;

/// <summary>Addresses of the papers about conformity as Word documents.</summary>
internal static class PaperLink
{
    public const string ApplicabilityWord = ConformityLink.Applicability + ".docx", ReportWord = ConformityLink.Report + ".docx", ArticleWord = ConformityLink.Board + "/article.docx";
}
