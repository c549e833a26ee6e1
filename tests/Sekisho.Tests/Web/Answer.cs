namespace Sekisho.Tests.Web;

/// <summary>What the server answered.</summary>
internal sealed record Answer(int Status, string Body, string? Location, System.Net.Http.Headers.HttpResponseHeaders Headers, string? ContentType);
