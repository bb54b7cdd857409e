namespace Orchestration.Delivery;

/// <summary>Messages by status. Sums of lots make sums of caisses, and those the sums of a send.</summary>
public sealed record DeliveryCounts(int Accepted, int Delivered, int Failed, int Expired, int Unknown, int Withheld)
{
    public static DeliveryCounts None { get; } = new(0, 0, 0, 0, 0, 0);

    /// <summary>Given to a provider which gave an answer.</summary>
    public int HandedOver => Accepted + Delivered + Failed;

    /// <summary>Messages about which the last word is said.</summary>
    public int Final => Delivered + Failed + Expired + Unknown + Withheld;

    public static DeliveryCounts Of(OutcomeLedger ledger) => new(
        ledger.Count(DeliveryStatus.Accepted),
        ledger.Count(DeliveryStatus.Delivered),
        ledger.Count(DeliveryStatus.Failed),
        ledger.Count(DeliveryStatus.Expired),
        ledger.Count(DeliveryStatus.Unknown),
        ledger.Count(DeliveryStatus.Withheld));

    /// <summary>So many messages with one status.</summary>
    public static DeliveryCounts Of(DeliveryStatus status, int count) => status switch
    {
        DeliveryStatus.Accepted => None with { Accepted = count },
        DeliveryStatus.Delivered => None with { Delivered = count },
        DeliveryStatus.Failed => None with { Failed = count },
        DeliveryStatus.Expired => None with { Expired = count },
        DeliveryStatus.Unknown => None with { Unknown = count },
        DeliveryStatus.Withheld => None with { Withheld = count },
        _ => None,
    };

    public DeliveryCounts Since(DeliveryCounts before) => new(
        Accepted - before.Accepted,
        Delivered - before.Delivered,
        Failed - before.Failed,
        Expired - before.Expired,
        Unknown - before.Unknown,
        Withheld - before.Withheld);

    public static DeliveryCounts operator +(DeliveryCounts one, DeliveryCounts other) => new(
        one.Accepted + other.Accepted,
        one.Delivered + other.Delivered,
        one.Failed + other.Failed,
        one.Expired + other.Expired,
        one.Unknown + other.Unknown,
        one.Withheld + other.Withheld);
}
