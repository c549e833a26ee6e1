namespace Sekisho.Gate.Delivery;

/// <summary>How the next server answered.</summary>
/// <param name="Reply">Its last reply or our reason, at most 500 characters; control characters already replaced.</param>
internal sealed record DeliveryResult(DeliveryOutcome Outcome, string Reply);
