using Sekisho.Commands;
using Sekisho.Commands.Worker;
using Sekisho.Kernel.Sanitising;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing;
using Sekisho.Sanitizing.HtmlBodies;
using Sekisho.Sanitizing.Identification;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Executable.Commands;

public class SanitisePolicyFileTests
{
    private const string Whole = """
        version: shi-1
        senders:
          partner: [pref.example.lg.jp, Tanaka@example.jp]
        links: defang
        formats:
          pdf: { levels: [rebuild, raster], links: keep }
        rules:
          - from: Z_INET
            to: Z_LGWAN
            levels: [rebuild, text]
          - { from: Z_INET, to: Z_LGWAN, sender: others, links: remove, formats: { xlsx: { hidden: remove, levels: [block] } } }
        """;

    private static FilePolicy For(string? from, string? to, string? sender) =>
        FilePolicyOptions.Read(new Dictionary<string, string> { [SanitisePolicy.Option] = SanitisePolicyFile.Read("p.yaml", Whole).Value.For(from, to, sender) }, new FilePolicy());

    [Fact]
    public void Every_fault_is_told_at_once_with_its_line()
    {
        var read = SanitisePolicyFile.Read("p.yaml", """
            links: maybe
            macros: keep
            colour: red
            senders: { others: [a.jp], wrong: ["*"] }
            formats:
              pdf: { levels: [text, rebuild] }
              bmp: { links: keep }
            rules:
              - { from: INET, sender: nobody, levels: [] }
            """);
        read.Refusals.Select(r => string.Join(':', r.WhatHappened.Split(':')[..2])).ShouldBe(["p.yaml:1", "p.yaml:2", "p.yaml:3", "p.yaml:4", "p.yaml:4", "p.yaml:6", "p.yaml:7", "p.yaml:9", "p.yaml:9", "p.yaml:9"]);
        SanitisePolicyFile.Read("p.yaml", "[").IsOk.ShouldBeFalse();
        SanitisePolicyFile.Read("p.json", "{\"links\":\"remove\",\"version\":\"v2\"}").Value.For(null, null, null).ShouldBe("version=v2;links=remove");
    }

    [Fact, MatrixRow("LM-05", "LM-07")]
    public void Limits_move_up_to_a_hard_ceiling_and_every_fault_is_told_at_once()
    {
        var read = SanitisePolicyFile.Read("p.yaml", "limits: { depth: 3, pages: 4000 }\nrules:\n  - { from: Z_INET, limits: { depth: 2 } }\n");
        SanitiseLimits Limits(string? from) => LimitOptions.Read(new Dictionary<string, string> { [SanitisePolicy.Option] = read.Value.For(from, null, null) });
        (Limits(null).Depth, Limits("Z_INET").Depth, Limits(null).Pdf.Pages, Limits(null).InputBytes).ShouldBe((3, 2, 4000, new SanitiseLimits().InputBytes));
        foreach (var name in LimitOptions.Names)
        {
            SanitisePolicyFile.Read("p.yaml", $"limits: {{ {name}: {LimitOptions.Ceiling(name)} }}").IsOk.ShouldBeTrue(name);
            var other = LimitOptions.Read(new Dictionary<string, string> { [SanitisePolicy.Option] = $"limit_{name}=1" });
            other.ShouldNotBe(new SanitiseLimits(), name);
        }
        SanitisePolicyFile.Read("p.yaml", "limits:\n  depth: 11\n  pages: 0\n  cells: many\n  colour: 3\n").Refusals.Select(r => string.Join(':', r.WhatHappened.Split(':')[..2])).ShouldBe(["p.yaml:2", "p.yaml:3", "p.yaml:4", "p.yaml:5"]);
        // What a broken parent would send is not taken either.
        LimitOptions.Read(new Dictionary<string, string> { [SanitisePolicy.Option] = "limit_depth=99;limit_pages=-1;limit_x=1" }).ShouldBe(new SanitiseLimits());
    }

    [Fact]
    public void The_later_rule_for_direction_and_sender_speaks()
    {
        var plain = For(null, null, null);
        plain.Version.ShouldBe("shi-1");
        (plain.Links, plain.For(FileKind.Pdf).Links, plain.For(FileKind.Docm).Links).ShouldBe((LinkPolicy.Defang, LinkPolicy.Keep, LinkPolicy.Defang));
        plain.For(FileKind.Pdf).Levels.ShouldBe([SanitiseLevel.Rebuild, SanitiseLevel.Raster]);
        var partner = For("Z_INET", "Z_LGWAN", "x@kikaku.pref.example.lg.jp");
        partner.For(FileKind.Pdf).Levels.ShouldBe([SanitiseLevel.Rebuild, SanitiseLevel.Text]);
        partner.For(FileKind.Pdf).Links.ShouldBe(LinkPolicy.Keep);
        For("Z_INET", "Z_LGWAN", "tanaka@EXAMPLE.jp").Links.ShouldBe(LinkPolicy.Defang);
        foreach (var stranger in (string[])["a@example.org", "a@evilpref.example.lg.jp", "pref.example.lg.jp", ""])
        {
            var other = For("Z_INET", "Z_LGWAN", stranger);
            (other.For(FileKind.Pdf).Links, other.For(FileKind.Xltm).KeepHidden).ShouldBe((LinkPolicy.Remove, false), stranger);
            other.For(FileKind.Xlsx).Levels.ShouldBeEmpty();
        }
        For("Z_LGWAN", "Z_INET", "a@example.org").Links.ShouldBe(LinkPolicy.Defang);
    }

    [Fact]
    public void What_lies_inside_a_file_is_asked_for_by_its_own_format() =>
        For(null, null, null).For(FileKind.Pdf).General!.Links.ShouldBe(LinkPolicy.Defang);

    [Fact]
    public void A_mail_has_choices_of_its_own()
    {
        var options = new Dictionary<string, string> { [SanitisePolicy.Option] = SanitisePolicyFile.Read("p", "mail_links: host\nmail_charset: iso-2022-jp\narchive: each").Value.For("Z_INET", "Z_LGWAN", "a@example.jp") };
        (FilePolicyOptions.Mail(options).Links, FilePolicyOptions.Mail(options).OldCharset).ShouldBe((LinkStyle.HostOnly, true));
        FilePolicyOptions.Read(options, new FilePolicy()).ArchiveWhole.ShouldBeFalse();
        FilePolicyOptions.Read(new Dictionary<string, string>(), new FilePolicy { ArchiveWhole = false }).ArchiveWhole.ShouldBeFalse();
    }

    /// <summary>Every choice at once for every format stays below what a worker's option may hold.</summary>
    [Fact]
    public void The_largest_policy_fits_into_a_request()
    {
        var all = string.Join("\n", SanitiseChoices.OfDocuments.Select(c => c.Key + ": " + c.Value[^1]).Append("levels: [rebuild, raster, text]"));
        var formats = string.Join("\n", SanitiseChoices.Formats.Select(f => "  " + f + ":\n    " + all.Replace("\n", "\n    ", StringComparison.Ordinal)));
        SanitisePolicyFile.Read("p", all + "\nformats:\n" + formats).Value.For(null, null, null).Length.ShouldBeLessThan(WorkerLimits.DetailLength);
    }

    /// <summary>The file in the documentation is one the product reads, and its table names every choice.</summary>
    [Fact]
    public void The_documentation_says_what_the_product_reads()
    {
        var text = File.ReadAllText(Path.Combine(SharedFiles.RepositoryRoot, "docs", "sanitise-policy.md"));
        SanitisePolicyFile.Read("p", text.Split("```yaml\n")[1].Split("```")[0]).IsOk.ShouldBeTrue();
        foreach (var (key, words) in SanitiseChoices.OfDocuments.Concat(SanitiseChoices.General)) text.ShouldContain("| `" + key + "` | `" + string.Join("` `", words) + "` |");
    }
}
