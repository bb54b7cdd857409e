using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Orchestration.Audience;
using Orchestration.Audience.Suppressions;
using Orchestration.Caisses;
using Orchestration.Campaigns;
using Orchestration.Campaigns.Sends;
using Orchestration.Delivery;
using Orchestration.Messages;
using Orchestration.Planning;

namespace Orchestration.Tests.Support;

/// <summary>Sound values, to change one thing of. The moment is a Tuesday in Paris, half an hour into the slot.</summary>
internal static class Some
{
    public const string Caisse = "CPAM-80";

    public static readonly DateTimeOffset Now = new(2027, 4, 27, 7, 30, 0, TimeSpan.Zero);

    public static readonly Slot Slot = new(Now.AddMinutes(-30), Now.AddHours(10));

    public static readonly DateTimeOffset ExpiresAt = Now.AddDays(3);

    public static readonly SendKey Key = SendKey.Create("essai-2027", "ror", "invitation", "1");

    public static readonly SendKey OtherKey = SendKey.Create("essai-2027", "ror", "relance", "1");

    public static SuppressionHasher Hasher { get; } =
        new(Options.Create(new SuppressionOptions { Key = Convert.ToBase64String(SHA256.HashData("suppressions"u8)) }));

    public static ZonePlan Zone { get; } = new(
        "Europe/Paris", HolidayZone.Metropole, Now.AddHours(-15), [Slot], ExpiresAt, ["mardi 27/4"]);

    public static PlannedSend Plan() => new(
        Key, "Rougeole", CampaignType.National, Purpose.Promotion, "vaccination", 80, new DateOnly(2027, 4, 27), Population.Insured, "true",
        [Channel.Email, Channel.Sms], "national/essai", [Caisse], [Zone]);

    public static SendRecord Record() => new(Plan(), 1, Withdrawn: false, Started: true);

    public static LotId Lot(int number = 1) => new(Key, Caisse, number);

    public static MessageOutcome Outcome(Guid message, DeliveryStatus status, string? reason = null) => new(message, status, reason, Now);

    public static Guid MessageIdOf(int person) => MessageId.Create(Key, $"P{person}");
}
