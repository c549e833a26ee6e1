using System.Net;
using System.Text.RegularExpressions;

namespace Sekisho.Tests.Web;

/// <summary>A browser without script.</summary>
internal sealed partial class Browser
{
    private readonly HttpClient client;

    public Browser(Uri address, CookieContainer cookies)
    {
        Cookies = cookies;
        client = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = address };
    }

    public CookieContainer Cookies { get; }

    public async Task<Answer> GetAsync(string path)
    {
        using var response = await client.GetAsync(path);
        return await ReadAsync(response);
    }

    public async Task<Answer> SendAsync(HttpMethod method, string path, IEnumerable<KeyValuePair<string, string>>? fields = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = fields is null ? null : new FormUrlEncodedContent(fields) };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await client.SendAsync(request);
        return await ReadAsync(response);
    }

    public Task<byte[]> BytesAsync(string path) => client.GetByteArrayAsync(path);

    /// <summary>Opens the page and sends the named form with its hidden fields and these values.</summary>
    public async Task<Answer> SubmitAsync(string path, string form, params (string Name, string Value)[] values)
    {
        var page = await GetAsync(path);
        return await SendAsync(HttpMethod.Post, path, Fields(page.Body, form).Concat(values.Select(v => KeyValuePair.Create(v.Name, v.Value))));
    }

    /// <summary>The hidden fields of the form with this id.</summary>
    public static List<KeyValuePair<string, string>> Fields(string html, string form)
    {
        var start = html.IndexOf($"id=\"{form}\"", StringComparison.Ordinal);
        if (start < 0) throw new InvalidOperationException($"No form '{form}' on the page.");
        var part = html[start..html.IndexOf("</form>", start, StringComparison.Ordinal)];
        return [.. Hidden().Matches(part).Select(m => m.Value).Select(tag => KeyValuePair.Create(Attribute(tag, "name"), Attribute(tag, "value")))];
    }

    private static string Attribute(string tag, string name)
    {
        var at = tag.IndexOf(name + "=\"", StringComparison.Ordinal);
        if (at < 0) return "";
        var from = at + name.Length + 2;
        return WebUtility.HtmlDecode(tag[from..tag.IndexOf('"', from)]);
    }

    private static async Task<Answer> ReadAsync(HttpResponseMessage response) => new((int)response.StatusCode, await response.Content.ReadAsStringAsync(),
        response.Headers.Location?.ToString(), response.Headers, response.Content.Headers.ContentType?.ToString());

    [GeneratedRegex("<input type=\"hidden\"[^>]*>", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Hidden();
}
