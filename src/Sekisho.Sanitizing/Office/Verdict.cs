using Sekisho.Sanitizing.Xml;

namespace Sekisho.Sanitizing.Office;

/// <summary>What a special rule says about one element before the allow list is asked.</summary>
internal readonly record struct Verdict(VerdictKind Kind, XElem? Replacement = null)
{
    /// <summary>The allow list decides.</summary>
    internal static Verdict Ask => new(VerdictKind.Ask);
    /// <summary>Gone with everything below.</summary>
    internal static Verdict Drop => new(VerdictKind.Drop);
    /// <summary>Gone, what is below stays.</summary>
    internal static Verdict Unwrap => new(VerdictKind.Unwrap);
    /// <summary>Another element takes its place and is filtered in turn.</summary>
    internal static Verdict Replace(XElem e) => new(VerdictKind.Replace, e);
}
