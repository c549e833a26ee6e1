using System.Globalization;
using Microsoft.AspNetCore.Http;
using Sekisho.Kernel;
using Sekisho.Shell.Web;

namespace Sekisho.Shell.Tables;

/// <summary>
/// The one way to take lists out: the page is made as for the screen, with the same walls and filters, and its tables marked for it become the sheets of a workbook.
/// </summary>
internal static class ExportPage
{
    public const string Field = "as", Workbook = "xlsx";

    public static bool IsAsked(HttpRequest request) => HttpMethods.IsGet(request.Method) && string.Equals(request.Query[Field], Workbook, StringComparison.Ordinal);

    /// <summary>The workbook of a finished page; null when nothing in it is meant to be taken out.</summary>
    public static byte[]? Of(ReadOnlySpan<byte> page)
    {
        var sheets = ExportTable.Read(System.Text.Encoding.UTF8.GetString(page));
        return sheets.Count == 0 ? null : WorkbookFile.Write(sheets);
    }

    /// <summary>Says what the answer is: a download that no browser runs or keeps.</summary>
    public static void Head(HttpResponse response, string path, DateTimeOffset now)
    {
        var name = path.Trim('/').Replace('/', '-') + "-" + JapanTime.Day(now).ToString("yyyyMMdd", CultureInfo.InvariantCulture) + ".xlsx";
        response.ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        response.Headers.ContentDisposition = "attachment; filename=\"" + string.Concat(name.Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.')) + "\"";
        response.Headers.ContentSecurityPolicy = SecurityHeaders.DownloadPolicy;
        response.Headers.CacheControl = "no-store";
    }
}
