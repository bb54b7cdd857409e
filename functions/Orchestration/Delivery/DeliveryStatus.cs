namespace Orchestration.Delivery;

/// <summary>What became of a message. The order is the order of certainty: see <see cref="OutcomeLedger"/>.</summary>
public enum DeliveryStatus
{
    /// <summary>About to be given to an adapter that cannot recognise a repeat.</summary>
    HandingOver,

    /// <summary>Not given after all: the provider did not take it, or the messages before it stopped the chunk. It may be given again.</summary>
    NotTaken,

    /// <summary>Given, perhaps: the process died in between. Not sent again.</summary>
    Unknown,

    /// <summary>Taken by the provider, which will say more.</summary>
    Accepted,

    Delivered,

    /// <summary>Refused for good by the adapter or the provider.</summary>
    Failed,

    /// <summary>Its time had passed before it could be handed over.</summary>
    Expired,

    /// <summary>Held back on purpose: a suppression or a cancellation came in between.</summary>
    Withheld,
}
