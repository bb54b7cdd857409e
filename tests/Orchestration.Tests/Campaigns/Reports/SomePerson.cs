using FsCheck;
using FsCheck.Fluent;
using Orchestration.Audience.Decisions;
using Orchestration.Delivery;
using Orchestration.Messages;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Campaigns.Reports;

/// <summary>What may happen to one row of the datamart on its way.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Kind">How the row is.</param>
/// <param name="Opposed">When the person opposes, if ever.</param>
/// <param name="Answer">What the provider says at once.</param>
/// <param name="Receipt">What it says later; null for nothing.</param>
internal sealed record SomePerson(int Number, PersonKind Kind, Moment Opposed, DeliveryStatus Answer, DeliveryStatus? Receipt)
{
    public string Id => $"P{Number}";

    public Channel Channel => Kind == PersonKind.Mobile ? Channel.Sms : Channel.Email;

    public string Address => SomeLot.Address(Number, Channel);

    public bool IsTargeted => Kind is not (PersonKind.BadRow or PersonKind.Child);

    /// <summary>The reason why the decision leaves the person out; null when in a lot.</summary>
    public string? Excluded => Kind switch
    {
        PersonKind.NoContact => ExclusionReason.NoContact,
        PersonKind.BadAddress => ExclusionReason.InvalidContact,
        _ => Opposed == Moment.BeforeDecision ? ExclusionReason.Stop : null,
    };

    /// <summary>In a lot, and not to be given to the provider.</summary>
    public bool IsStopped => Opposed != Moment.Never || Kind == PersonKind.NoName;

    public string Row => Kind switch
    {
        PersonKind.Mobile => $"{Id},Zoé,1985-03-12,F,,{Address},2,true,fait",
        PersonKind.NoContact => $"{Id},Zoé,1985-03-12,F,,,2,true,fait",
        PersonKind.BadAddress => $"{Id},Zoé,1985-03-12,F,pas une adresse,,2,true,fait",
        PersonKind.NoName => $"{Id},,1985-03-12,F,{Address},,2,true,fait",
        PersonKind.BadRow => $"{Id},Zoé,hier,F,{Address},,2,true,fait",
        PersonKind.Child => $"{Id},Zoé,2020-03-12,F,{Address},,2,true,fait",
        _ => $"{Id},Zoé,1985-03-12,F,{Address},,2,true,fait",
    };

    public static Gen<SomePerson[]> Several =>
        (from kind in Gen.Elements(Enum.GetValues<PersonKind>())
         from opposed in Gen.Frequency((3, Gen.Constant(Moment.Never)), (2, Gen.Elements(Enum.GetValues<Moment>())))
         from answer in Gen.Elements(DeliveryStatus.Delivered, DeliveryStatus.Accepted, DeliveryStatus.Failed)
         from receipt in Gen.Elements<DeliveryStatus?>(DeliveryStatus.Delivered, DeliveryStatus.Failed, null)
         select (kind, opposed, answer, receipt))
        .ArrayOf(16)
        .Select(people => people.Select((one, n) => new SomePerson(n + 1, one.kind, one.opposed, one.answer, one.receipt)).ToArray());
}

internal enum PersonKind
{
    Mail,
    Mobile,
    NoContact,
    BadAddress,

    /// <summary>The template cannot do without a first name.</summary>
    NoName,
    BadRow,
    Child,
}

internal enum Moment
{
    Never,
    BeforeDecision,
    BeforeRendering,
    BeforeDelivery,
}
