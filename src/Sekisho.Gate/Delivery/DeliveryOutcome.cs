namespace Sekisho.Gate.Delivery;

/// <summary>Delivered: the peer has said 250 after the message. Temporary: try again later (4yz, no connection). Permanent: never (5yz).</summary>
internal enum DeliveryOutcome { Delivered, Temporary, Permanent }
