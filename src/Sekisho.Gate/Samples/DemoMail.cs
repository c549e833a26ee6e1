namespace Sekisho.Gate.Samples;

/// <summary>One demonstration mail: what it shows, its envelope, and its bytes as a sender outside would send them.</summary>
/// <param name="Name">Short name for the verb's list, in the words of content; ASCII.</param>
public sealed record DemoMail(string Name, string From, string To, ReadOnlyMemory<byte> Bytes);
