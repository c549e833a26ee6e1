using Sekisho.Kernel;
using Sekisho.Mime;
using Sekisho.Mime.Parts;
using Sekisho.Mime.Writing;
using Sekisho.Sanitizing.Mail;
using Sekisho.Tests.Support;
using Sekisho.Verifying;

namespace Sekisho.Tests.Sanitizing.Files;

/// <summary>The whole line inside one process: a mail with attachments of every kind through the engine, and its output through the second reader.</summary>
public class MailOutputTests
{
    [Fact, MatrixRow("E3", "MB-09")]
    public void What_the_mail_engine_delivers_is_accepted_by_the_second_reader()
    {
        var mail = MailWriter.Write(new MailMessage
        {
            From = [MailAddress.Parse("sender@example.jp", "送信 花子")!], To = [MailAddress.Parse("to@city.example.jp")!], Subject = "令和8年度 予算要求書の送付について", Date = new DateTimeOffset(2026, 4, 1, 9, 0, 0, TimeSpan.FromHours(9)),
            Body = new MultipartPart("mixed",
            [
                new TextPart("<html><body><p>本文です <a href=\"http://evil.example/\">こちら</a></p></body></html>", "html"),
                new FilePart("書類.docm", "application/octet-stream", SomeOffice.Docx(SomeOffice.P("本文"), "application/vnd.ms-word.document.macroEnabled.main+xml").Build()),
                new FilePart("集計.xlsx", "application/octet-stream", SomeOffice.Xlsx("<row r=\"1\"><c r=\"A1\"><f>WEBSERVICE(\"x\")</f><v>1</v></c></row>").Build()),
                new FilePart("説明.pptx", "application/octet-stream", SomeOffice.Pptx("").Build()),
                new FilePart("写真.png", "image/png", SomePicture.Png()), new FilePart("写真.jpg", "image/jpeg", SomePicture.Jpeg()), new FilePart("一覧.csv", "text/csv", "a,=1+1\r\n"u8.ToArray()),
                new FilePart("資料.zip", "application/zip", SomeZip.Of(("メモ.txt", "x"u8.ToArray()))), new FilePart("実行.exe", "application/octet-stream", "MZ\x90\0"u8.ToArray()),
                new FilePart("申請.xml", "text/xml", "<?xml version=\"1.0\"?><a xmlns=\"u\"/>"u8.ToArray()),
            ]),
        });
        var result = MailSanitiser.Sanitise(new(mail), new("R-1", new(new()), new(), new(), new VipsTools()));
        result.Outcome.ShouldBe(Outcome.Cleaned);
        var verdict = OutputVerifier.Verify(result.Output!, "eml");
        verdict.Ok.ShouldBeTrue(string.Join(" ", verdict.Forbidden));
    }
}
