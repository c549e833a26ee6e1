namespace Sekisho.Sanitizing;

/// <summary>What becomes of http, https and mailto links; every other scheme is always removed (OX-07).</summary>
public enum LinkPolicy
{
    Keep,
    /// <summary>No link any more; where it stood in running text its target follows in a form no program makes a link of, elsewhere the report names it.</summary>
    Defang,
    Remove,
}
