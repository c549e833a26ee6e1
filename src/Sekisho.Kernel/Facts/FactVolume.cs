namespace Sekisho.Kernel.Facts;

/// <summary>One record an event, or one per source and five minutes (rule T17).</summary>
public enum FactVolume { Single, Summary }
