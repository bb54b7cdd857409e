using Orchestration.Campaigns.CaisseSends;
using Orchestration.Campaigns.Control;
using Orchestration.Campaigns.Reports;

namespace Orchestration.Operations.Dashboard.Sends;

/// <summary>More of one send than the list needs.</summary>
/// <param name="Caisses">Where each stands that has somebody, sorted; none before the send is launched.</param>
/// <param name="Report">Its account; null before there is one.</param>
/// <param name="Trail">What was decided of it, newest first.</param>
internal sealed record SendDetails(IReadOnlyList<CaisseStatus> Caisses, SendReport? Report, IReadOnlyList<ControlChange> Trail);
