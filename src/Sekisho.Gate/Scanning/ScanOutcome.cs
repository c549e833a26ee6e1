namespace Sekisho.Gate.Scanning;

/// <summary>What the scanner said of some bytes.</summary>
public enum ScanOutcome { Clean, Infected, Unavailable }
