using Sekisho.Kernel;
using Sekisho.Tests.Sanitizing.Files;
using Sekisho.Tests.Support;
using Sekisho.Verifying;

namespace Sekisho.Tests.Sanitizing.Pdf;

/// <summary>The laws of the engine on PDFs with random damage: no exception escapes, no output the verifier refuses, the same answer twice.</summary>
public class PdfLawsTests
{
    private static byte[] Rich(bool packed)
    {
        var pdf = new SomePdf().Catalogue("/Outlines 6 0 R/OpenAction<</S/JavaScript/JS(x)>>").Resources("/XObject<</X1 8 0 R/X2 9 0 R>>/ExtGState<</G1<</ca 0.5/SMask<</S/Alpha/G 8 0 R>>>>>>").Content("q /G1 gs 10 0 0 10 5 5 cm /X1 Do /X2 Do Q BT /F1 9 Tf (a) Tj ET")
            .Page("/Annots[<</Subtype/Stamp/Rect[0 0 9 9]/AP<</N 8 0 R>>>>]").Add("<</First 7 0 R>>").Add("<</Title(x)/Dest[3 0 R/Fit]>>").AddStream("/Subtype/Form/BBox[0 0 9 9]/Group<</S/Transparency>>", "0 0 9 9 re f")
            .AddStream("/Subtype/Image/Width 8/Height 6/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode", SomePicture.Jpeg());
        return packed ? pdf.BuildPacked() : pdf.Build();
    }

    [Theory, MatrixRow("E1", "E3", "E4", "E5"), InlineData(false), InlineData(true)]
    public void Damage_never_gives_anything_but_a_safe_file_or_a_stop(bool packed)
    {
        var random = new Random(packed ? 7 : 11);
        var whole = Rich(packed);
        SomeFile.Sanitise("a.pdf", whole).ShouldBeSafe("/JS");
        var tools = new NoTools();
        for (var n = 0; n < 400; n++)
        {
            var b = whole.ToArray();
            switch (n % 4)
            {
                case 0: for (var i = 0; i < 1 + (n % 7); i++) b[random.Next(b.Length)] ^= (byte)(1 << random.Next(8)); break;
                case 1: b = b[..random.Next(b.Length)]; break;
                case 2: { var at = random.Next(b.Length); b = [.. b[..at], .. b[random.Next(b.Length)..]]; break; }
                default: for (var i = 0; i < 3; i++) b[random.Next(b.Length)] = (byte)"0123456789<>[]()/ \n"[random.Next(19)]; break;
            }
            var result = SomeFile.Sanitise("a.pdf", b, tools: tools);
            if (result.Output is { } output && result.OutputType is "pdf")
            {
                OutputVerifier.Verify(output, "pdf").Forbidden.ShouldBeEmpty("case " + n);
                SomeFile.Sanitise("a.pdf", output, tools: tools).Output.ShouldBe(output, "case " + n);
            }
            SomeFile.Sanitise("a.pdf", b, tools: tools).Output.ShouldBe(result.Output, "case " + n);
            result.Findings.ShouldNotContain(f => f.Arguments.Values.Contains("NullReferenceException") || f.Arguments.Values.Contains("InvalidCastException"));
        }
    }
}
