using Sekisho.Tests.Support;

namespace Sekisho.Tests.PolicyText;

/// <summary>The five texts beside the repository, by file name, with the code of their pack.</summary>
public static class SeedTexts
{
    public static TheoryData<string, string> All => new() { { "mitaka", "MTK" }, { "tochigi", "TCG" }, { "mito", "MIT" }, { "nabari", "NBR" }, { "katagami", "KTG" } };
    internal static string Read(string seed) => SharedFiles.ReadText("seeds", seed + ".txt");
}
