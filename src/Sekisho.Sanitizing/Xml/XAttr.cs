namespace Sekisho.Sanitizing.Xml;

/// <summary>One attribute; <paramref name="Ns"/> is "" for none. Namespace declarations are never attributes here.</summary>
internal readonly record struct XAttr(string Ns, string Name, string Value);
