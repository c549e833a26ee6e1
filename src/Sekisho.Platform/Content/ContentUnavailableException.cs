namespace Sekisho.Platform.Content;

/// <summary>An object cannot be read: its file is gone, its key was destroyed, or its bytes were changed. The message says which.</summary>
public sealed class ContentUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
