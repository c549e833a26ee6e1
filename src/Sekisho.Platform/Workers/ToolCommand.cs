using Sekisho.Kernel.Workers;

namespace Sekisho.Platform.Workers;

/// <summary>The fixed command line of one native job. No byte of a worker ever reaches it.</summary>
internal sealed record ToolCommand(string Executable, IReadOnlyList<string> Shown, IReadOnlyList<string> CommandLine)
{
    /// <summary>Needs the sockets of one machine (AF_UNIX): LibreOffice makes one to find a twin. The network stays unreachable: the sandbox has none.</summary>
    internal bool MayPair { get; init; }

    private const string Vips = "/usr/bin/vipsthumbnail", PdfToPpm = "/usr/bin/pdftoppm", PdfToText = "/usr/bin/pdftotext", PopplerData = "/usr/share/poppler";
    // Fonts a document names without carrying them, and the tables of the Japanese encodings.
    private static readonly string[] PdfShown = [PdfToPpm, PopplerData, "/etc/fonts", "/usr/share/fontconfig"];
    // Shrinks only what is larger (LM-08), turns upright by default. No profile option: with one, libvips refuses grey pictures and moves
    // the colours of pictures without a profile by up to 49 of 255 (measured), and further at every pass.
    private static readonly string[] VipsStart = [Vips, "stdin", "--size", "16384x16384>", "-o"];

    private const string Shell = "/usr/bin/sh", Cat = "/usr/bin/cat", BsdTar = "/usr/bin/bsdtar", BsdCat = "/usr/bin/bsdcat", Office = "/usr/lib/libreoffice/program/soffice.bin";
    private static readonly string[] OfficeShown = [Shell, Cat, "/usr/bin/mkdir", "/etc/libreoffice", "/usr/share/libreoffice", "/usr/share/liblangtag", "/etc/fonts", "/usr/share/fontconfig"];

    // A profile of its own for one run: no macro, no link, no active content, whatever the document asks for.
    private const string Profile =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><oor:items xmlns:oor=\"http://openoffice.org/2001/registry\" xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
        + "<item oor:path=\"/org.openoffice.Office.Common/Security/Scripting\"><prop oor:name=\"MacroSecurityLevel\" oor:op=\"fuse\"><value>3</value></prop></item>"
        + "<item oor:path=\"/org.openoffice.Office.Common/Security/Scripting\"><prop oor:name=\"DisableMacrosExecution\" oor:op=\"fuse\"><value>true</value></prop></item>"
        + "<item oor:path=\"/org.openoffice.Office.Common/Security/Scripting\"><prop oor:name=\"BlockUntrustedRefererLinks\" oor:op=\"fuse\"><value>true</value></prop></item>"
        + "<item oor:path=\"/org.openoffice.Office.Calc/Content/Update\"><prop oor:name=\"Link\" oor:op=\"fuse\"><value>1</value></prop></item>"
        + "<item oor:path=\"/org.openoffice.Office.Writer/Content/Update\"><prop oor:name=\"Link\" oor:op=\"fuse\"><value>0</value></prop></item></oor:items>";

    // A new profile makes the program ask for one more start (exit 81). What counts is the file it wrote, never its exit status.
    private const string Convert =
        "set -e; mkdir -p p/user; printf %s \"$3\" >p/user/registrymodifications.xcu; cat >\"in.$1\"; for n in 1 2 3; do r=0; /usr/lib/libreoffice/program/soffice.bin --headless --norestore --nologo"
        + " -env:UserInstallation=file:///tmp/p --convert-to \"$2\" --outdir out \"in.$1\" >&2 || r=$?; [ $r = 81 ] || break; done; exec cat \"out/in.$2\"";

    private static ToolCommand Converted(string from, string to) =>
        new(Office, OfficeShown, [Shell, "-c", Convert, "sh", from, to, Profile]) { MayPair = true };

    // Unpacked first: only then does a wrong checksum of a member end the job. Links are made in the sandbox's own folder and come out as links.
    private static ToolCommand Unpacked(string option) =>
        new(BsdTar, [Shell, Cat, "/usr/bin/mkdir", BsdTar], [Shell, "-c", "cat >in && mkdir o && bsdtar -xf in -C o " + option + " && cd o && exec bsdtar -cf - --format pax ."]);

    /// <exception cref="ArgumentOutOfRangeException">The job has no command line.</exception>
    internal static ToolCommand For(NativeTool tool) => tool switch
    {
        NativeTool.ImageToPng => new(Vips, [Vips, "/etc/fonts", "/usr/share/fontconfig"], [.. VipsStart, ".png[strip]"]),
        NativeTool.ImageToJpeg => new(Vips, [Vips], [.. VipsStart, ".jpg[Q=90,strip]"]),
        NativeTool.PdfToText => new(PdfToText, [PdfToText, PopplerData], [PdfToText, "-layout", "-enc", "UTF-8", "-eol", "unix", "-", "-"]),
        NativeTool.PdfToPixels => new(PdfToPpm, PdfShown, [PdfToPpm, "-r", "72", "-l", "500", "-"]),
        NativeTool.PdfToBits => new(PdfToPpm, PdfShown, [PdfToPpm, "-r", "72", "-l", "500", "-mono", "-"]),
        NativeTool.ArchiveToTar => Unpacked(""),
        NativeTool.LzhToTar => Unpacked("--options hdrcharset=CP932"),
        NativeTool.Decompress => new(BsdCat, [BsdCat], [BsdCat]),
        NativeTool.OfficeToDocx => Converted("doc", "docx"),
        NativeTool.OfficeToXlsx => Converted("xls", "xlsx"),
        NativeTool.OfficeToPptx => Converted("ppt", "pptx"),
        NativeTool.PdfToWords => new(PdfToText, [PdfToText, PopplerData], [PdfToText, "-bbox", "-enc", "UTF-8", "-eol", "unix", "-", "-"]),
        // No extension is told: the converter finds the format in the bytes, as our own identifier did.
        NativeTool.OfficeToPdf => Converted("bin", "pdf"),
        NativeTool.MetafileToPng => Converted("emf", "png"),
        _ => throw new ArgumentOutOfRangeException(nameof(tool), tool, "No command line for this tool."),
    };
}
