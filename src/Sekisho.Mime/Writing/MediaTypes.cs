namespace Sekisho.Mime.Writing;

/// <summary>Media types as we may write them.</summary>
public static class MediaTypes
{
    /// <summary>True for type/subtype of lower-case letters, digits and . + - (at most 127 characters), not multipart or message.</summary>
    public static bool IsToken(string text)
    {
        var parts = text.Split('/');
        return text.Length <= 127 && parts.Length == 2 && parts.All(p => p.Length > 0 && p.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '+' or '-'))
            && parts[0] is not ("multipart" or "message");
    }
}
