using System.IO.Compression;
using System.Text;
using Sekisho.Kernel;
using Sekisho.Tests.Sanitizing.Files;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Sanitizing.Archives;

public class TarGzipTests
{
    private static readonly byte[] Hello = "こんにちは"u8.ToArray();

    private static byte[] Tar(params (string Name, char Type, byte[] Data)[] members)
    {
        var output = new MemoryStream();
        foreach (var (name, type, data) in members)
        {
            var header = new byte[512];
            Encoding.UTF8.GetBytes(name).CopyTo(header, 0);
            "0000644\0"u8.CopyTo(header.AsSpan(100));
            Encoding.ASCII.GetBytes(Convert.ToString(data.Length, 8).PadLeft(11, '0')).CopyTo(header, 124);
            header[156] = (byte)type;
            "ustar\0"u8.CopyTo(header.AsSpan(257));
            header.AsSpan(148, 8).Fill((byte)' ');
            Encoding.ASCII.GetBytes(Convert.ToString(header.Sum(b => b), 8).PadLeft(6, '0') + "\0").CopyTo(header, 148);
            output.Write(header);
            output.Write(data);
            output.Write(new byte[(512 - data.Length % 512) % 512]);
        }
        output.Write(new byte[1024]);
        return output.ToArray();
    }

    private static byte[] Gzip(byte[] data)
    {
        var output = new MemoryStream();
        using (var gzip = new GZipStream(output, CompressionLevel.Optimal)) gzip.Write(data);
        return output.ToArray();
    }

    private static IEnumerable<string> NamesOf(FileResultOf result)
    {
        using var archive = new ZipArchive(new MemoryStream(result.Output));
        return [.. archive.Entries.Select(e => e.FullName)];
    }

    private sealed record FileResultOf(byte[] Output);

    [Fact, MatrixRow("TR-01", NearMiss = true)]
    public void A_tar_of_files_and_folders_comes_back_as_a_zip()
    {
        var result = SomeFile.Sanitise("資料.tar", Tar(("資料/", '5', []), ("資料/メモ.txt", '0', Hello), ("././@x", 'x', Encoding.UTF8.GetBytes(Pax("path=長い名前.txt"))), ("x", '0', Hello)));
        result.OutputName.ShouldBe("資料.zip", result.Describe());
        result.Has("TR-01").ShouldBeTrue();
        NamesOf(new(result.Output!)).ShouldBe(["資料/メモ.txt", "長い名前.txt"], ignoreOrder: true);
    }

    [Theory, MatrixRow("TR-01", "ZP-04"), InlineData('1'), InlineData('2'), InlineData('3'), InlineData('S')]
    public void Links_and_devices_block(char type) => SomeFile.Sanitise("a.tar", Tar(("a", type, []))).ShouldStopWith("ZP-04");

    [Fact, MatrixRow("TR-01")]
    public void Damage_and_a_second_archive_behind_the_end_block()
    {
        var tar = Tar(("a.txt", '0', Hello));
        SomeFile.Sanitise("a.tar", [.. tar, .. tar]).ShouldStopWith("TR-01");
        tar[0] ^= 1;
        SomeFile.Sanitise("a.tar", tar).ShouldStopWith("TR-01");
        SomeFile.Sanitise("a.tar", Tar(("x", 'x', Encoding.UTF8.GetBytes(Pax("size=1"))), ("a.txt", '0', Hello))).ShouldStopWith("TR-01");
    }

    [Fact, MatrixRow("GZ-01", NearMiss = true)]
    public void A_gzip_comes_back_as_a_zip_and_a_tar_in_it_without_a_level_more()
    {
        NamesOf(new(SomeFile.Sanitise("記録.txt.gz", Gzip(Hello)).Output!)).ShouldBe(["記録.txt"]);
        NamesOf(new(SomeFile.Sanitise("a.tgz", Gzip(Tar(("b.txt", '0', Hello)))).Output!)).ShouldBe(["b.txt"]);
    }

    [Fact, MatrixRow("GZ-01", "LM-03")]
    public void Several_members_tails_wrong_checksums_and_bombs_block()
    {
        var gzip = Gzip(Hello);
        SomeFile.Sanitise("a.gz", [.. gzip, .. gzip]).Outcome.ShouldBe(Outcome.Blocked);
        SomeFile.Sanitise("a.gz", [.. gzip, 1]).Outcome.ShouldBe(Outcome.Blocked);
        gzip[^6] ^= 1;
        SomeFile.Sanitise("a.gz", gzip).ShouldStopWith("GZ-01");
        SomeFile.Sanitise("a.gz", Gzip([.. new byte[4 << 20], 1])).ShouldStopWith("LM-03");
    }

    private static string Pax(string record)
    {
        var length = Encoding.UTF8.GetByteCount(record) + 3;
        return (length + length.ToString(System.Globalization.CultureInfo.InvariantCulture).Length - 1) + " " + record + "\n";
    }
}
