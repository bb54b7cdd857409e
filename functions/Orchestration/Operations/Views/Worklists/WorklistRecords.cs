using Orchestration.Campaigns;
using Orchestration.Campaigns.Control;
using Orchestration.Campaigns.Sends;
using Orchestration.Campaigns.Visas;
using Orchestration.Planning.Views.Feeds;

namespace Orchestration.Operations.Views.Worklists;

/// <summary>What a worklist is made from.</summary>
/// <param name="Calendar">As it stands.</param>
/// <param name="Statuses">Of sends that were started.</param>
/// <param name="Pending">Visas that are waited for, of any calendar.</param>
/// <param name="Control">What is held back.</param>
public sealed record WorklistRecords(
    FeedSource Calendar,
    IReadOnlyDictionary<SendKey, SendStatus> Statuses,
    IReadOnlyList<VisaRequest> Pending,
    ControlBoard Control);
