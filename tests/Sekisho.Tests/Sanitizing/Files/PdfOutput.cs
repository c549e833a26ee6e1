using System.Diagnostics;
using System.Text;
using Sekisho.Sanitizing;
using Sekisho.Verifying;

namespace Sekisho.Tests.Sanitizing.Files;

/// <summary>Looks at an output PDF with programs we did not write.</summary>
internal static class PdfOutput
{
    /// <summary>The file with every stream unpacked, as qpdf gives it.</summary>
    internal static string Unpacked(byte[] pdf) => Encoding.Latin1.GetString(Run("/usr/bin/qpdf", ["--qdf", "--no-original-object-ids", "-", "-"], pdf));

    internal static string Text(byte[] pdf, params string[] options) => Encoding.UTF8.GetString(Run("/usr/bin/pdftotext", [.. options, "-", "-"], pdf));

    /// <summary>Pages drawn, one PPM behind the other.</summary>
    internal static byte[] Drawn(byte[] pdf, int density = 50) => Run("/usr/bin/pdftoppm", ["-r", density.ToString(System.Globalization.CultureInfo.InvariantCulture), "-"], pdf);

    internal static int Check(byte[] pdf)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, pdf);
            using var process = Process.Start(new ProcessStartInfo("/usr/bin/qpdf", ["--check", file]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode;
        }
        finally { File.Delete(file); }
    }

    /// <summary>The result is a PDF the verifier accepts, qpdf finds nothing wrong with, and none of the words stands in it, packed or unpacked.</summary>
    internal static void ShouldBeSafe(this FileResult result, params string[] words)
    {
        result.Output.ShouldNotBeNull(result.Describe());
        OutputVerifier.Verify(result.Output, result.OutputType).Forbidden.ShouldBeEmpty();
        Check(result.Output).ShouldBe(0);
        var all = Encoding.Latin1.GetString(result.Output) + Unpacked(result.Output);
        foreach (var word in words) Has(all, word).ShouldBeFalse(word);
    }

    /// <summary>The word as a word: "/AA" is not in "/AAAAAA+Font".</summary>
    internal static bool Has(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
            if (word[0] != '/' || at + word.Length >= text.Length || !(char.IsAsciiLetterOrDigit(text[at + word.Length]) || text[at + word.Length] is '+')) return true;
        return false;
    }

    internal static byte[] Run(string program, string[] arguments, byte[] input)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, input);
            var at = Array.IndexOf(arguments, "-");
            arguments[at] = file;
            if (program.EndsWith("pdftoppm", StringComparison.Ordinal)) arguments = arguments[..(at + 1)];
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = new MemoryStream();
            process.StandardOutput.BaseStream.CopyTo(output);
            process.WaitForExit();
            errors.GetAwaiter().GetResult();
            return output.ToArray();
        }
        finally { File.Delete(file); }
    }
}
