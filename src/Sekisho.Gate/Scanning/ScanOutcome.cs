namespace Sekisho.Gate.Scanning;

/// <summary>What the scanner said of some bytes.</summary>
internal enum ScanOutcome { Clean, Infected, Unavailable }
