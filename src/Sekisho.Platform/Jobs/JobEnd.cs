namespace Sekisho.Platform.Jobs;

/// <summary>Done; to be tried again; given up (stays visible as failed).</summary>
public enum JobEnd { Done, Retry, Failed }
