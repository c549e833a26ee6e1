namespace Sekisho.Kernel;

/// <summary>
/// Bytes or text not made by us. The value has no public reader: only the worker side (Sanitizing, Verifying, Mime.Reading)
/// opens it, by <see cref="UntrustedAccess"/>, which an architecture test forbids everywhere else.
/// </summary>
public sealed class Untrusted<T>(T value)
{
    internal T Value => value;
    /// <summary>Never the value: it must not reach a log line.</summary>
    public override string ToString() => "Untrusted<" + typeof(T).Name + ">";
}
