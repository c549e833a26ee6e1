namespace Sekisho.Sanitizing;

/// <summary>The steps of a format's ladder (matrix §0); below the last one a policy lists is always blocked.</summary>
public enum SanitiseLevel
{
    /// <summary>再構成: written anew from lists of what may be there.</summary>
    Rebuild,
    /// <summary>画像化: every page a picture, with the words nobody sees over it for searching.</summary>
    Raster,
    /// <summary>テキスト化: the characters alone, UTF-8.</summary>
    Text,
}
