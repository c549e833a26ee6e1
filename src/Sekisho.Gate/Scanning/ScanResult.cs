namespace Sekisho.Gate.Scanning;

/// <summary>Answer of the scanner.</summary>
/// <param name="Name">Signature that matched, or why there is no answer; at most 200 characters of printable ASCII.</param>
/// <param name="Engine">Name and version of the engine, "clamd" when it did not tell.</param>
/// <param name="SignatureVersion">Version of the definitions, empty when unknown.</param>
public sealed record ScanResult(ScanOutcome Outcome, string Name, string Engine, string SignatureVersion);
