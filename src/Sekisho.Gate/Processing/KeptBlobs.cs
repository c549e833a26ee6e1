using Sekisho.Platform.Content;

namespace Sekisho.Gate.Processing;

/// <summary>What of a treatment is already on disk, and until when it is kept.</summary>
internal sealed record KeptBlobs(StagedObject? Output, StagedObject? Before, StagedObject? After, DateOnly Until);
