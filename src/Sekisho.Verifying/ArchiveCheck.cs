using Sekisho.Verifying.Zip;

namespace Sekisho.Verifying;

/// <summary>An archive of ours: entries in ordinal order, each one of the types we write, each verified in turn.</summary>
internal static class ArchiveCheck
{
    internal static void Run(byte[] bytes, string place, int depth, Report report)
    {
        foreach (var (name, data) in WalkedZip.Read(bytes, place))
        {
            var at = place + "/" + name;
            var type = OutputVerifier.Guess(data, name);
            if (type.Length == 0) report.Add("child-type", at);
            else OutputVerifier.Check(data, type, at, depth + 1, report);
        }
    }
}
