namespace Sekisho.Platform.Keys;

/// <summary>The key-encryption key cannot be had: nothing may be stored or read that needs it. Mail is answered 451 on it (rule T9).</summary>
public sealed class KeyUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
